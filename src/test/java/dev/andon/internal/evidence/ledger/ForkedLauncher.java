package dev.andon.internal.evidence.ledger;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A JVM of its own that runs test classes through the launcher, with the listeners that it finds by itself. */
final class ForkedLauncher implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;

    private ForkedLauncher(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one. The properties are {@code key=value}. */
    static ForkedLauncher start(Path output, String build, List<String> properties, Class<?>... testClasses)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A JVM of a second or two is fastest with the fast compiler alone.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dandon.output=" + output,
                "-Dandon.build-id=" + build));
        properties.forEach(property -> command.add("-D" + property));
        command.add(ForkedLauncher.class.getName());
        for (Class<?> testClass : testClasses) {
            command.add(testClass.getName());
        }
        return new ForkedLauncher(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    void await(String line) throws IOException {
        List<String> before = new ArrayList<>();
        for (String next = out.readLine(); !line.equals(next); next = out.readLine()) {
            before.add(next);
            if (next == null) {
                throw new AssertionError("the fork ended without saying \"" + line + "\": " + before);
            }
        }
    }

    /** Waits for its good end. */
    void end() throws IOException, InterruptedException {
        await("ended");
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("the fork does not end");
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The fork. */
    public static void main(String[] names) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (String name : names) {
                // As Surefire does it where forks are not reused, or are several: one request a class.
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(name))
                                .build());
            }
        }
        System.out.println("ended");
    }
}
