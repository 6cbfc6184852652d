package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RecordedPlansTest {

    static class PlainTestCases {
        @Test
        void one() {}
    }

    @Tag("operational-readiness")
    static class ReadinessTestCases {
        @Test
        void one() {}
    }

    @Test
    void outside_of_a_build_a_plan_is_not_recorded() {
        assertThat(RecordedPlans.contains(plan(Map.of(), PlainTestCases.class), () -> false))
                .isFalse();
    }

    @Test
    void in_a_build_each_plan_is() {
        assertThat(RecordedPlans.contains(plan(Map.of(), PlainTestCases.class), () -> true))
                .isTrue();
    }

    @Test
    void so_is_one_with_a_folder_for_the_output() {
        assertThat(RecordedPlans.contains(plan(Map.of("andon.output", "out"), PlainTestCases.class), () -> false))
                .isTrue();
    }

    @Test
    void and_one_with_a_readiness_class() {
        assertThat(RecordedPlans.contains(plan(Map.of(), PlainTestCases.class, ReadinessTestCases.class), () -> false))
                .isTrue();
    }

    private static TestPlan plan(Map<String, String> parameters, Class<?>... classes) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build();
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().configurationParameters(parameters);
        for (Class<?> each : classes) {
            request.selectors(selectClass(each));
        }
        return LauncherFactory.create(config).discover(request.build());
    }
}
