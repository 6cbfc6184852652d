package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.andon.internal.prove.fixtures.Shelf;
import dev.andon.internal.prove.fixtures.ShelfTestCases;
import dev.andon.testing.Compiled;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** A JVM as Gradle starts it for tests: by a program of its own, with the class path in a file. */
class GradleWorkerIT {

    /** Runs what it is told in a thread of its own, as Gradle's does; its standard input belongs to Gradle. */
    private static final String WORKER = """
            package worker.org.gradle.process.internal.worker;
            public class GradleWorkerMain {
                public static void main(String[] arguments) throws Exception {
                    Thread tests = new Thread(() -> {
                        try {
                            dev.andon.internal.prove.ProvingProgram.main(arguments);
                        } catch (ClassNotFoundException missing) {
                            throw new IllegalStateException(missing);
                        }
                    }, "Test worker");
                    tests.start();
                    tests.join();
                }
            }
            """;

    @TempDir(factory = InFolderWithSpace.class)
    Path temp;

    private final List<Path> classPath = new ArrayList<>();

    static final class InFolderWithSpace implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory("gradle project ");
        }
    }

    @BeforeEach
    void compile() throws IOException {
        classPath.add(
                Compiled.into(temp.resolve("gradle-worker")).source(WORKER).compile());
        classPath.addAll(ProofEnvironment.classPath(System::getProperty));
        Files.createDirectory(temp.resolve("project"));
    }

    @Test
    void an_options_file_with_a_class_path_longer_than_a_command_line_may_be()
            throws IOException, InterruptedException {
        // What is missing is ignored by the JVM, and makes it long.
        IntStream.range(0, 1_500)
                .mapToObj(i ->
                        temp.resolve("caches/modules-2/files-2.1/com.acme/library-" + i + "/1.0/library-" + i + ".jar"))
                .forEach(classPath::add);
        assertThat(AgentJar.holds(classPath)).isTrue();

        proves("@" + options(classPath));
    }

    @Test
    void a_jar_whose_manifest_is_the_class_path() throws IOException, InterruptedException {
        proves("@" + options(List.of(pathingJar(classPath))));
    }

    private void proves(String options) throws IOException, InterruptedException {
        Path printed = temp.resolve("printed.txt");
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.gradle.internal.worker.tmpdir=" + temp.resolve("project/build/tmp/test/work"),
                        "-Dorg.gradle.test.worker=7",
                        "-Dorg.gradle.native=false",
                        options,
                        "worker.org.gradle.process.internal.worker.GradleWorkerMain",
                        temp.resolve("andon").toString(),
                        Shelf.class.getName(),
                        ShelfTestCases.class.getName())
                .directory(temp.resolve("project").toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!worker.waitFor(5, TimeUnit.MINUTES)) {
            worker.destroyForcibly().waitFor();
            fail("it does not end: " + Files.readString(printed));
        }

        assertThat(printed)
                .content()
                .contains("undecided: \n", "take DOES_NOTHING: SURVIVED", "tidy THROWS: DETECTED")
                .doesNotContain("left out");
        assertThat(temp.resolve("project")).isEmptyDirectory();
        assertThat(temp.resolve("andon")).isEmptyDirectory();
    }

    /** As the launcher of the JVM reads it, on Java 9 and later. */
    private Path options(List<Path> path) throws IOException {
        String joined = path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return Files.writeString(
                temp.resolve("gradle-worker-classpath.txt"), "-cp\n\"" + joined.replace("\\", "\\\\") + "\"\n");
    }

    private Path pathingJar(List<Path> path) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        path.stream().map(entry -> entry.toUri().toString()).collect(Collectors.joining(" ")));
        Path jar = temp.resolve("classpath.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.finish();
        }
        return jar;
    }
}
