package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.formats.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** Failsafe's run of a readiness class counts as the last of the build. */
class FailsafeRunTest {
    private static final String READINESS = "com.acme.ShopReadinessIT";

    private static TestClass testClass(String name, boolean readiness, String... tags) {
        Location location = new Location(name, "X.java", 1);
        TestMethod method = new TestMethod(name, name, "works", "()V", null, Set.of(tags), false, location);
        return new TestClass(
                name, "shop", TestKind.UNIT, "", List.of(method), List.of(), List.of(), true, readiness, location);
    }

    private static TestRuns ran(String... names) {
        return new TestRuns(
                Stream.of(names)
                        .map(name -> new ClassRun(name, Outcome.SUCCESSFUL, "", List.of(), Instant.EPOCH, ""))
                        .toList(),
                List.of());
    }

    private static boolean isFailsafe(String readiness, TestRuns runs, List<String> selected, TestClass... others) {
        List<TestClass> all = Stream.concat(Stream.of(testClass(readiness, true)), Stream.of(others))
                .toList();
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        selected.forEach(name -> request.selectors(DiscoverySelectors.selectClass(name)));
        request.filters(TagFilter.excludeTags("flaky"));
        return TestSelection.of(request.build()).isFailsafe(readiness, all, runs);
    }

    @Test
    void it_is_the_last_run_where_all_classes_of_such_names_belong_to_it() {
        assertThat(isFailsafe(
                        READINESS,
                        ran("com.acme.OrderTest"),
                        List.of("com.acme.OrderIT", READINESS),
                        testClass("com.acme.OrderTest", false),
                        testClass("com.acme.OrderIT", false),
                        testClass("com.acme.OrderSpec", false)))
                .isTrue();
        assertThat(isFailsafe(READINESS, ran(), List.of(READINESS))).isTrue();
    }

    @Test
    void it_is_not_where_surefire_runs_the_readiness_class_or_classes_beside_it() {
        assertThat(isFailsafe("com.acme.ShopReadinessTest", ran(), List.of("com.acme.ShopReadinessTest")))
                .isFalse();
        assertThat(isFailsafe(
                        READINESS,
                        ran(),
                        List.of("com.acme.OrderTest", READINESS),
                        testClass("com.acme.OrderTest", false)))
                .isFalse();
    }

    @Test
    void it_is_not_where_another_fork_or_execution_may_run_more() {
        TestClass other = testClass("com.acme.OrderIT", false);

        assertThat(isFailsafe(READINESS, ran(), List.of(READINESS), other)).isFalse();
        assertThat(isFailsafe(READINESS, ran("com.acme.OrderIT"), List.of(READINESS), other))
                .as("an earlier fork ran it")
                .isTrue();
        assertThat(isFailsafe(
                        READINESS,
                        ran(),
                        List.of("com.acme.OrderIT", READINESS),
                        testClass("com.acme.OrderIT", false, "flaky")))
                .as("left out by its tag")
                .isFalse();
    }

    private static boolean isAlone(DiscoverySelector... selectors) {
        return TestSelection.of(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectors)
                        .build())
                .isAlone(READINESS);
    }

    @Test
    void a_run_of_the_readiness_class_alone_is_told_from_one_of_more() {
        DiscoverySelector readiness = DiscoverySelectors.selectClass(READINESS);

        assertThat(isAlone(readiness)).isTrue();
        assertThat(isAlone(readiness, DiscoverySelectors.selectClass("com.acme.OrderTest")))
                .isFalse();
        assertThat(isAlone(readiness, DiscoverySelectors.selectPackage("com.acme")))
                .isFalse();
    }
}
