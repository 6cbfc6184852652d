package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.andon.internal.junit.OrderTestCases.AReadinessTestCases;
import dev.andon.internal.junit.OrderTestCases.BReadinessTestCases;
import dev.andon.internal.junit.OrderTestCases.Backwards;
import dev.andon.internal.junit.OrderTestCases.CTestCases;
import dev.andon.internal.junit.OrderTestCases.DTestCases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Isolated("changes a system property")
class ReadinessLastTest {

    @Test
    void readiness_classes_come_last_and_by_name() {
        assertThat(order(ReadinessLastOrderer.class))
                .containsExactly("CTestCases", "DTestCases", "AReadinessTestCases", "BReadinessTestCases");
    }

    @Test
    void without_it_they_come_as_the_users_order_says() {
        assertThat(order(Backwards.class))
                .containsExactly("DTestCases", "AReadinessTestCases", "CTestCases", "BReadinessTestCases");
    }

    @Test
    void the_users_own_order_holds_among_all_others() {
        assertThat(order(BackwardsThenReadiness.class))
                .containsExactly("DTestCases", "CTestCases", "AReadinessTestCases", "BReadinessTestCases");
    }

    /** What Jupiter gets where the user's order is {@link Backwards}. */
    static class BackwardsThenReadiness implements org.junit.jupiter.api.ClassOrderer {
        @Override
        public void orderClasses(org.junit.jupiter.api.ClassOrdererContext context) {
            new ReadinessLastOrderer(new Backwards()).orderClasses(context);
        }
    }

    @Test
    void outside_of_a_build_a_session_orders_nothing_before_a_readiness_class_is_asked_for() {
        withoutOpenSession(() -> {
            String before = System.getProperty(ReadinessLast.PROPERTY);
            ReadinessLast listener = new ReadinessLast(() -> false);

            listener.launcherSessionOpened(null);
            assertThat(System.getProperty(ReadinessLast.PROPERTY)).isEqualTo(before);
            ReadinessLast.beginOrdering();
            assertThat(System.getProperty(ReadinessLast.PROPERTY)).isEqualTo(ReadinessLastOrderer.class.getName());
            listener.launcherSessionClosed(null);

            assertThat(System.getProperty(ReadinessLast.PROPERTY)).isEqualTo(before);
        });
    }

    @Test
    void without_an_open_session_there_is_nothing_to_order() {
        withoutOpenSession(() -> {
            String before = System.getProperty(ReadinessLast.PROPERTY);

            ReadinessLast.beginOrdering();

            assertThat(System.getProperty(ReadinessLast.PROPERTY)).isEqualTo(before);
        });
    }

    /** The session of the build that runs this test is open: it is closed for a while. */
    private static void withoutOpenSession(Runnable test) {
        ReadinessLast build = new ReadinessLast(() -> true);
        boolean ofBuild = ReadinessLast.isOpen();
        if (ofBuild) {
            build.launcherSessionClosed(null);
        }
        try {
            test.run();
        } finally {
            if (ofBuild) {
                build.launcherSessionOpened(null);
            }
        }
    }

    @Test
    void a_session_puts_back_what_it_found() {
        String before = System.getProperty(ReadinessLast.PROPERTY);
        ReadinessLast listener = new ReadinessLast(() -> true);

        listener.launcherSessionOpened(null);
        assertThat(System.getProperty(ReadinessLast.PROPERTY)).isEqualTo(ReadinessLastOrderer.class.getName());
        listener.launcherSessionClosed(null);

        assertThat(System.getProperty(ReadinessLast.PROPERTY)).isEqualTo(before);
    }

    @Test
    void a_selection_by_the_tag_is_told_from_all_others() {
        assertThat(TestSelection.of(filtered("operational-readiness")).readinessAlone())
                .isTrue();
        assertThat(TestSelection.of(filtered("operational-readiness | unit")).readinessAlone())
                .isFalse();
        assertThat(TestSelection.of(filtered("operational-readiness | slow")).readinessAlone(List.of("slow")))
                .isFalse();
        assertThat(TestSelection.of(filtered("!operational-readiness")).readinessAlone())
                .isFalse();
        assertThat(TestSelection.of(LauncherDiscoveryRequestBuilder.request().build())
                        .readinessAlone())
                .isFalse();
    }

    private static LauncherDiscoveryRequest filtered(String tags) {
        return LauncherDiscoveryRequestBuilder.request()
                .filters(TagFilter.includeTags(tags))
                .build();
    }

    private static List<String> order(Class<?> orderer) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            TestPlan plan = session.getLauncher()
                    .discover(LauncherDiscoveryRequestBuilder.request()
                            .selectors(
                                    selectClass(BReadinessTestCases.class),
                                    selectClass(CTestCases.class),
                                    selectClass(AReadinessTestCases.class),
                                    selectClass(DTestCases.class))
                            .configurationParameter(ReadinessLast.PROPERTY, orderer.getName())
                            .build());
            TestIdentifier engine = plan.getRoots().stream()
                    .filter(root -> !plan.getChildren(root).isEmpty())
                    .findFirst()
                    .orElseThrow();
            return plan.getChildren(engine).stream()
                    .map(TestIdentifier::getLegacyReportingName)
                    .map(name -> name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1))
                    .toList();
        }
    }
}
