package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import picocli.CommandLine;

/** Files in order that hold names and values which no tool writes. */
@Timeout(60)
class HostileValuesTest {
    private static final String LINE =
            "{\"v\":1,\"build\":\"1\",\"class\":\"%s\",\"hash\":\"\",\"outcome\":\"SUCCESSFUL\",\"reason\":\"\","
                    + "\"finished\":\"%s\",\"tests\":[{\"id\":\"a\",\"class\":\"%1$s\",\"method\":\"totals\","
                    + "\"outcome\":\"SUCCESSFUL\",\"millis\":10}]}%n";

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private BuiltProject project;

    @BeforeEach
    void build() throws IOException {
        project = BuiltProject.tested(temp.resolve("till"), "till", "Till");
    }

    private int run(String... arguments) {
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return Main.run(commandLine, arguments);
    }

    private int audit() {
        return run(
                "audit",
                project.folder().toString(),
                "--verbose",
                "--out",
                temp.resolve("report").toString());
    }

    private interface Annotations {
        void write(ClassWriter type);
    }

    /** Writes a class with one test method, as old as the others. */
    private void testClass(String name, Annotations annotations) throws IOException {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        annotations.write(type);
        MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC, "works", "()V", null, null);
        method.visitAnnotation("Lorg/junit/jupiter/api/Test;", true).visitEnd();
        method.visitCode();
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 1);
        method.visitEnd();
        type.visitEnd();
        Path classes = project.folder().resolve("target/test-classes/com/acme/till");
        FileTime compiled = Files.getLastModifiedTime(classes.resolve("TillTest.class"));
        Files.setLastModifiedTime(Files.write(classes.resolve("Odd.class"), type.toByteArray()), compiled);
    }

    private static void value(ClassWriter type, String annotation, String attribute, Object value) {
        AnnotationVisitor on = type.visitAnnotation("L" + annotation + ";", true);
        on.visit(attribute, value);
        on.visitEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.\\u0000x", "com.acme.\\ud800x", "../../x", "/etc/passwd", ""})
    void a_name_that_no_file_can_have_costs_its_own_line_alone(String name) throws IOException {
        Path ledger = project.folder().resolve("target/andon/ledger");
        Files.createDirectories(ledger);
        Files.writeString(
                ledger.resolve("1-1-a.jsonl"),
                LINE.formatted(name, Instant.now()) + LINE.formatted("com.acme.till.TillTest", Instant.now()));

        assertThat(audit()).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("Till      unit-tests         met (LINKED)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com/acme/till/A\u0000Canary", "com/acme/till/A\ud800Canary", "../../x"})
    void a_canary_that_no_file_can_be_named_like_is_judged(String name) throws IOException {
        testClass(name, type -> value(type, "dev/andon/Canary", "runbook", "a\u0000b"));

        assertThat(audit()).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("unit-tests         met (LINKED)").doesNotContain("\u0000");
    }

    @Test
    void values_of_other_types_in_the_own_annotations_are_said() throws IOException {
        testClass("com/acme/till/OddReadinessTest", type -> {
            value(type, "dev/andon/OperationalReadiness", "packages", "com.acme.till");
            value(type, "dev/andon/RequireCoverage", "line", "much");
        });

        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString())
                .contains("@RequireCoverage(line = much) on com.acme.till.OddReadinessTest", "of another type")
                .doesNotContain("unexpected");
    }

    @Test
    void values_of_other_types_in_other_annotations_count_as_not_written() throws IOException {
        List<Object> values = List.of(7, "text", true, new long[] {1}, Type.getType("Lcom/acme/till/Till;"));
        testClass("com/acme/till/OddTest", type -> {
            for (String annotation : List.of(
                    "org/junit/jupiter/api/Tag",
                    "org/junit/jupiter/api/Tags",
                    "org/junit/jupiter/api/Disabled",
                    "org/junit/jupiter/api/TestInstance",
                    "org/junit/jupiter/params/provider/ValueSource",
                    "org/junit/jupiter/params/provider/CsvSources",
                    "org/junit/jupiter/params/provider/ValueSources",
                    "org/junit/experimental/categories/Category",
                    "org/junit/runner/RunWith",
                    "org/springframework/boot/test/context/SpringBootTest",
                    "org/springframework/boot/test/autoconfigure/web/servlet/WebMvcTest",
                    "org/springframework/test/context/ActiveProfiles",
                    "org/springframework/kafka/annotation/KafkaListeners",
                    "io/micronaut/context/annotation/Requirements",
                    "io/quarkus/test/common/http/TestHTTPEndpoint",
                    "dev/andon/Canary")) {
                for (String attribute : List.of("value", "classes", "controllers", "properties", "retries")) {
                    values.forEach(value -> value(type, annotation, attribute, value));
                }
            }
        });

        assertThat(audit()).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("unit-tests         met (LINKED)");
    }

    @Test
    void digits_without_end_in_yaml_are_refused() throws IOException {
        Files.writeString(project.folder().resolve("andon-waivers.yaml"), "{\"v\": " + "9".repeat(1_000_000) + "}\n");

        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).contains("a value has more than 10000 characters");
    }

    @Test
    void wrong_arguments_are_one_line_that_controls_no_terminal() {
        List<String> lines = new ArrayList<>();
        for (String wrong : List.of("--\u001b[31m", "--out=\u0000\u001b]0;x\u0007", "--level=\u202e")) {
            err.getBuffer().setLength(0);
            assertThat(run("audit", ".", wrong)).isEqualTo(2);
            lines.add(err.toString());
        }
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.lines()).hasSize(1))
                .noneMatch(line -> line.contains("\u001b") || line.contains("\u0000") || line.contains("\u202e"));
    }
}
