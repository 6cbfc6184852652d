package dev.andon.internal.canary.write;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a canary again and again in a JVM of its own, until it has run so many times or is killed. */
public final class CanaryProcess {
    private CanaryProcess() {}

    /** Starts the JVM. */
    static Process start(Path folder, Class<?> canary, int runs, String... properties) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dandon.canary.log=" + folder));
        for (String property : properties) {
            command.add("-D" + property);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .replace(";", File.pathSeparator),
                CanaryProcess.class.getName(),
                canary.getName(),
                String.valueOf(runs)));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Starts the JVM and waits for its end. */
    static int run(Path folder, Class<?> canary, int runs, String... properties) throws Exception {
        Process process = start(folder, canary, runs, properties);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end");
        }
        return process.exitValue();
    }

    /** Runs the canary that the first argument names as often as the second says. */
    public static void main(String[] arguments) throws Exception {
        Launcher launcher = LauncherFactory.create();
        Class<?> canary = Class.forName(arguments[0]);
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            launcher.execute(LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(canary))
                    .build());
        }
    }
}
