package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A readiness class that is run by itself: from an IDE there is nothing to judge yet, under a build tool there is. */
class RunFromIdeIT {
    private static final String READINESS = "com.acme.shop.ShopReadinessTest";

    @TempDir
    Path module;

    @BeforeEach
    void compile() {
        new ReadinessProject(module)
                .shop()
                .readiness("@OperationalReadiness(packages = \"com.acme.shop\", includeServices = \"..*Service\","
                        + " level = Level.NONE) @RequireTests(kind = TestKind.UNIT)")
                .compile();
    }

    /** Runs classes in a JVM of their own, and returns what it printed. */
    private String run(List<String> properties, String... classes) throws Exception {
        Path target = module.resolve("target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                        File.pathSeparator,
                        target.resolve("test-classes").toString(),
                        target.resolve("classes").toString(),
                        // Surefire puts a jar with a manifest on the class path of the JVM.
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))));
        command.addAll(properties);
        command.add(RunFromIdeIT.class.getName());
        command.addAll(List.of(classes));
        Path printed = module.resolve("printed");
        Process process = new ProcessBuilder(command)
                .directory(module.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    /** What the JVM of its own does: as an IDE does, it asks for classes. */
    public static void main(String[] classes) throws ClassNotFoundException {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String name : classes) {
            request.selectors(selectClass(Class.forName(name)));
        }
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request.build(), listener);
        TestExecutionSummary summary = listener.getSummary();
        Stream.of(summary.getFailures())
                .flatMap(List::stream)
                .forEach(failure -> System.out.println(failure.getException()));
        System.out.println(Arrays.asList(
                "failed " + summary.getTestsFailedCount(),
                "aborted " + summary.getTestsAbortedCount(),
                "passed " + summary.getTestsSucceededCount()));
    }

    @Test
    void from_an_ide_it_is_one_aborted_test() throws Exception {
        assertThat(run(List.of(), READINESS)).endsWith("[failed 0, aborted 1, passed 0]\n");
    }

    @Test
    void under_a_build_tool_it_fails() throws Exception {
        for (String tool : List.of("surefire.test.class.path", "surefire.real.class.path", "org.gradle.test.worker")) {
            assertThat(run(List.of("-D" + tool + "=x"), READINESS))
                    .as(tool)
                    .contains("run incomplete")
                    .endsWith("[failed 1, aborted 1, passed 0]\n");
        }
    }
}
