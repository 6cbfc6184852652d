package dev.andon.internal.evidence.coverage;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs test classes in a JVM of their own, as Surefire does, with or without the JaCoCo agent and the listener. */
final class TestsInChild {

    static final Path AGENT_JAR = Path.of(
            System.getProperty("basedir", System.getProperty("user.dir")),
            "target",
            "jacoco-agent",
            "agent-jacoco.jar");

    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private boolean listening = true;

    /** What the child printed, and how it ended. */
    record Ended(int code, String output) {}

    TestsInChild agent(String options) {
        jvmArguments.add("-javaagent:" + AGENT_JAR + "=" + options);
        return this;
    }

    /** The agent as it usually runs, for the fixtures alone. */
    TestsInChild agentWriting(Path execFile) {
        return agent("destfile=" + execFile + ",includes=" + TestsInChild.class.getPackageName() + ".fixtures.*");
    }

    TestsInChild jvm(String... arguments) {
        jvmArguments.addAll(List.of(arguments));
        return this;
    }

    TestsInChild classPath(Path... folders) {
        classPath.addAll(List.of(folders));
        return this;
    }

    TestsInChild withoutAndon() {
        listening = false;
        return this;
    }

    Ended run(Class<?>... testClasses) throws IOException, InterruptedException {
        return run(Arrays.stream(testClasses).map(Class::getName).toList());
    }

    Ended run(List<String> testClasses) throws IOException, InterruptedException {
        classes.addAll(testClasses);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A JVM of a second or two is fastest with the fast compiler alone.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(Stream.concat(
                        classPath.stream().map(Path::toString),
                        Stream.of(
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))))
                .collect(Collectors.joining(File.pathSeparator)));
        command.addAll(jvmArguments);
        command.add("-Dlistening=" + listening);
        // As under a build: outside of one nothing is attributed.
        command.add("-Dorg.gradle.test.worker=1");
        command.add(TestsInChild.class.getName());
        command.addAll(classes);
        Path output = Files.createTempFile("child", ".txt");
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!child.waitFor(2, TimeUnit.MINUTES)) {
            child.destroyForcibly();
            throw new IllegalStateException("The child does not end: " + Files.readString(output));
        }
        String printed = Files.readString(output);
        Files.delete(output);
        return new Ended(child.exitValue(), printed);
    }

    /** The child. */
    public static void main(String[] names) throws ClassNotFoundException {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String name : names) {
            selectors.add(selectClass(Class.forName(name, false, TestsInChild.class.getClassLoader())));
        }
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(Boolean.getBoolean("listening"))
                .build());
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build(), summary);
        System.out.println(summary.getSummary().getTestsSucceededCount() + " successful, "
                + summary.getSummary().getTestsFailedCount() + " failed");
        summary.getSummary().getFailures().forEach(failure -> System.out.println(failure.getException()));
    }
}
