package dev.andon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An example as JUnit's console launcher runs it, without any build tool. */
class ConsoleLauncherIT {

    private static final Path PROJECT =
            Path.of("target", "it", "week", "single-run").toAbsolutePath();
    private static final Path CANARIES =
            Path.of("target", "it", "shop-canaries").toAbsolutePath();
    private static final Path CONSOLE =
            Path.of("target", "junit-console", "console.jar").toAbsolutePath();

    private static final Path OUR_JAR =
            Path.of("target", "andon-junit-0.1.0-SNAPSHOT.jar").toAbsolutePath();

    @TempDir
    Path temp;

    @Test
    void names_each_row_and_runs_readiness_last() throws Exception {
        List<String> lines = run(
                0,
                PROJECT,
                "--scan-class-path=" + PROJECT.resolve("target").resolve("test-classes"),
                "--config=andon.output=" + temp.resolve("andon"));

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("TimeService: unit-tests [OK]"))
                .anySatisfy(line -> assertThat(line).contains("TimeService: integration-tests [OK]"));
        assertThat(lines.stream()
                        .filter(line -> line.matches(".*-- \\w+Test \\[OK\\]"))
                        .map(line -> line.replaceAll(".*-- (\\w+) .*", "$1")))
                .hasSize(3)
                .last()
                .isEqualTo("AllIsReadyTest");
    }

    @Test
    void a_gate_that_requires_an_answer_does_not_pass_without_one() throws Exception {
        String[] canaries = {
            "--select-package=com.acme.shop.canaries", "--include-classname=.*Canary", "--fail-if-no-tests"
        };

        assertThat(run(
                        1,
                        CANARIES,
                        Stream.concat(Stream.of(canaries), Stream.of("--config=andon.canary.required=true"))
                                .toArray(String[]::new)))
                .anySatisfy(line ->
                        assertThat(line).contains("no result, although andon.canary.required is true: no target"));
        assertThat(run(
                        1,
                        CANARIES,
                        Stream.concat(Stream.of(canaries), Stream.of("--config=andon.canary.requird=true"))
                                .toArray(String[]::new)))
                .anySatisfy(line -> assertThat(line)
                        .contains("unknown configuration parameter andon.canary.requird; did you mean "
                                + "andon.canary.required?"));
        // As one that runs for ever is: nobody is paged for what was not asked.
        run(0, CANARIES, canaries);
    }

    @Test
    void a_canary_run_with_our_jar_alone_writes_only_its_log() throws Exception {
        Path module = Files.createDirectories(temp.resolve("deployed"));
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        broken.start();
        try {
            run(
                    1,
                    module,
                    CANARIES,
                    "--select-package=com.acme.shop.canaries",
                    "--include-classname=.*Canary",
                    "--config=andon.canary.target=http://localhost:"
                            + broken.getAddress().getPort());
        } finally {
            broken.stop(0);
        }

        assertThat(filesIn(module)).singleElement().asString().matches("target/andon/canaries/[0-9]+\\.jsonl");
    }

    @Test
    void outside_of_a_build_tests_are_recorded_only_where_an_output_folder_is_given() throws Exception {
        Path module = Files.createDirectories(temp.resolve("module"));
        String tests = "--scan-class-path=" + PROJECT.resolve("target").resolve("test-classes");

        run(0, module, PROJECT, tests, "--include-classname=.*TimeServiceTest");
        assertThat(filesIn(module)).isEmpty();

        run(0, module, PROJECT, tests, "--include-classname=.*TimeServiceTest", "--config=andon.output=out");
        assertThat(filesIn(module)).singleElement().asString().startsWith("out/ledger/");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                    .toList();
        }
    }

    private List<String> run(int exitCode, Path project, String... arguments) throws IOException, InterruptedException {
        return run(exitCode, project, project, arguments);
    }

    private List<String> run(int exitCode, Path folder, Path project, String... arguments)
            throws IOException, InterruptedException {
        Path printed = temp.resolve("printed.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                CONSOLE.toString(),
                "execute",
                "--class-path=" + classPath(project),
                "--details=tree",
                "--details-theme=ascii",
                "--disable-ansi-colors",
                "--disable-banner"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the console launcher does not end");
        }
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isEqualTo(exitCode);
        return text.lines().toList();
    }

    /** The project's own classes and our jar; JUnit is the console launcher's. */
    private static String classPath(Path project) {
        return String.join(
                File.pathSeparator,
                project.resolve("target").resolve("classes").toString(),
                project.resolve("target").resolve("test-classes").toString(),
                OUR_JAR.toString());
    }
}
