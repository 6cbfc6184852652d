package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.Compiled;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class UnselectedReadinessTest {

    @TempDir
    Path root;

    private Optional<String> warning(String readiness, boolean all, List<String> selected, String... excludedTags)
            throws IOException, ClassNotFoundException {
        Path classes = Files.createDirectories(root.resolve(readiness));
        String header = "package com.acme;\n";
        Compiled.into(classes)
                .sources(List.of(
                        header + "@dev.andon.OperationalReadiness class " + readiness
                                + " implements dev.andon.ReadinessChecks {}",
                        header + "class OneTest { @org.junit.jupiter.api.Test void one() {} }",
                        header + "class TwoTest { @org.junit.jupiter.api.Test void two() {} }"))
                .compile();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
            for (String name : selected) {
                request.selectors(DiscoverySelectors.selectClass(loader.loadClass("com.acme." + name)));
            }
            if (excludedTags.length > 0) {
                request.filters(TagFilter.excludeTags(excludedTags));
            }
            LauncherDiscoveryRequest built = request.build();
            return UnselectedReadiness.warning(built, all);
        }
    }

    /** A listener behind ours may put a loader of its own in place, as Quarkus' does: it must load the tests. */
    @Test
    void classes_that_are_selected_by_name_are_left_to_the_loader_that_discovery_will_have() throws Exception {
        Compiled.into(root)
                .sources(List.of(
                        "package com.acme; @dev.andon.OperationalReadiness class LateReadiness"
                                + " implements dev.andon.ReadinessChecks {}",
                        "package com.acme; class OneTest { @org.junit.jupiter.api.Test void one() {} }",
                        "package com.acme; class TwoTest { @org.junit.jupiter.api.Test void two() {} }"))
                .compile();
        URL[] classes = {root.toUri().toURL()};
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader first = new URLClassLoader(classes, getClass().getClassLoader());
                URLClassLoader later = new URLClassLoader(classes, getClass().getClassLoader())) {
            ClassSelector one = DiscoverySelectors.selectClass("com.acme.OneTest");
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(one, DiscoverySelectors.selectClass("com.acme.TwoTest"))
                    .build();
            thread.setContextClassLoader(first);
            assertThat(UnselectedReadiness.warning(request, true)).isPresent();
            assertThat(UnselectedReadiness.neverRun(request, true)).isEmpty();

            thread.setContextClassLoader(later);
            assertThat(one.getJavaClass().getClassLoader()).isSameAs(later);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final List<String> BOTH = List.of("OneTest", "TwoTest");

    @Test
    void a_whole_run_that_leaves_a_readiness_class_out_by_its_name_is_told() throws Exception {
        assertThat(warning("ShopReadiness", true, BOTH)).hasValueSatisfying(warning -> assertThat(warning)
                .contains("com.acme.ShopReadiness is annotated", "Let the name end in Test"));
    }

    @Test
    void it_is_told_once() throws Exception {
        assertThat(warning("OnceReadiness", true, BOTH)).isPresent();
        assertThat(warning("OnceReadiness", true, BOTH)).isEmpty();
    }

    @Test
    void a_run_that_selects_it_is_not() throws Exception {
        List<String> three =
                Stream.concat(BOTH.stream(), Stream.of("TheReadiness")).toList();

        assertThat(warning("TheReadiness", true, three)).isEmpty();
    }

    @Test
    void a_name_that_another_execution_includes_is_not() throws Exception {
        assertThat(warning("ShopReadinessTest", true, BOTH)).isEmpty();
        assertThat(warning("ShopReadinessIT", true, BOTH)).isEmpty();
    }

    @Test
    void neither_is_a_run_outside_of_maven_or_of_one_class_or_of_some_tags() throws Exception {
        assertThat(warning("IdeReadiness", false, BOTH)).isEmpty();
        assertThat(warning("OneReadiness", true, List.of("OneTest"))).isEmpty();
        assertThat(warning("TagReadiness", true, BOTH, "operational-readiness")).isEmpty();
    }

    @Test
    void a_run_of_chosen_tests_is_known_by_its_properties() {
        assertThat(UnselectedReadiness.chosen(Map.of("test", "OneTest,TwoTest")::get))
                .isTrue();
        assertThat(UnselectedReadiness.chosen(Map.of("basedir", "/shop")::get)).isFalse();
    }

    /** One that another execution runs, such as Failsafe's, extends the base class too. */
    @Test
    void an_abstract_one_is_told_unless_a_class_of_the_tests_extends_it() throws Exception {
        assertThat(neverRun("LoneReadinessTest", "class Other {}")).hasValueSatisfying(warning -> assertThat(warning)
                .contains("com.acme.LoneReadinessTest is annotated", "abstract", "make it a concrete class"));
        assertThat(neverRun("BaseReadinessTest", "class ShopReadinessIT extends BaseReadinessTest {}"))
                .isEmpty();
    }

    private Optional<String> neverRun(String base, String other) throws IOException, ClassNotFoundException {
        Path classes = Files.createDirectories(root.resolve(base));
        String header = "package com.acme;\n";
        Compiled.into(classes)
                .sources(List.of(
                        header + "@dev.andon.OperationalReadiness abstract class " + base
                                + " implements dev.andon.ReadinessChecks {}",
                        header + other,
                        header + "class OneTest {}",
                        header + "class TwoTest {}"))
                .compile();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            return UnselectedReadiness.neverRun(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(
                                    DiscoverySelectors.selectClass(loader.loadClass("com.acme.OneTest")),
                                    DiscoverySelectors.selectClass(loader.loadClass("com.acme.TwoTest")))
                            .build(),
                    true);
        }
    }
}
