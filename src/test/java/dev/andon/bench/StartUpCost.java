package dev.andon.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/**
 * What Andon on the class path costs a JVM that runs tests, without a readiness class: one test class with one test, by JUnit's
 * console launcher, in a JVM of its own each time, with and without each of the jars in turn.
 */
public final class StartUpCost {
    private static final int ROUNDS = 15;
    private static final Path CONSOLE = Path.of("target", "junit-console", "console.jar");

    private StartUpCost() {}

    /** Prints the median of the wall time for no jar and for each of those given. */
    public static void main(String[] jars) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("andon-bench");
        Path source = Files.writeString(
                folder.resolve("EmptyTest.java"), "class EmptyTest { @org.junit.jupiter.api.Test void empty() {} }");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", CONSOLE.toString(), "-d", folder.toString(), source.toString());
        Map<String, List<Double>> seconds = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            seconds.computeIfAbsent("", none -> new ArrayList<>()).add(run(folder, ""));
            for (String jar : jars) {
                seconds.computeIfAbsent(jar, none -> new ArrayList<>()).add(run(folder, jar));
            }
        }
        System.out.println("| jar | bytes | s |");
        System.out.println("|---|---|---|");
        for (Map.Entry<String, List<Double>> entry : seconds.entrySet()) {
            Path jar = Path.of(entry.getKey());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.3f |%n",
                    entry.getKey().isEmpty() ? "none" : jar.getFileName(),
                    entry.getKey().isEmpty() ? 0 : Files.size(jar),
                    entry.getValue().stream().sorted().toList().get(ROUNDS / 2));
        }
    }

    private static double run(Path folder, String jar) throws IOException, InterruptedException {
        String classPath = String.join(File.pathSeparator, CONSOLE.toString(), folder.toString(), jar);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // By this the listeners know that a build runs the tests.
                        "-Dsurefire.real.class.path=" + folder,
                        "-Dandon.output=" + folder.resolve("andon"),
                        "-cp",
                        classPath,
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-banner",
                        "--details=none",
                        "--select-class=EmptyTest")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
