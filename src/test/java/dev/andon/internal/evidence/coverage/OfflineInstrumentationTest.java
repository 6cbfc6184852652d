package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.evidence.coverage.fixtures.Till;
import dev.andon.internal.files.OriginalClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.OfflineInstrumentationAccessGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files as jacoco-maven-plugin's goal instrument leaves them, described in JaCoCo's page "Offline Instrumentation". */
class OfflineInstrumentationTest {

    @TempDir
    Path target;

    private Path classes;
    private Path file;
    private byte[] original = {};

    @BeforeEach
    void instrument() throws IOException {
        classes = target.resolve("classes");
        String name = Till.class.getName().replace('.', '/') + ".class";
        file = classes.resolve(name);
        try (var in = Till.class.getClassLoader().getResourceAsStream(name)) {
            original = in == null ? new byte[0] : in.readAllBytes();
        }
        write(file, new Instrumenter(new OfflineInstrumentationAccessGenerator()).instrument(original, name));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void keepOriginal() throws IOException {
        write(target.resolve("generated-classes/jacoco").resolve(classes.relativize(file)), original);
    }

    private ProductionClasses production() {
        return ProductionClasses.in(List.of(new ClassRoot(classes, "shop", false)));
    }

    private ProductionClass till() {
        return production().of("shop", Till.class.getName()).get(0);
    }

    @Test
    void the_original_that_the_goal_keeps_is_measured() throws IOException {
        keepOriginal();

        assertThat(till().bytes()).isEqualTo(original);
        assertThat(production().areInstrumented()).isTrue();
    }

    @Test
    void a_class_file_that_was_restored_is_measured_itself() throws IOException {
        keepOriginal();
        byte[] restored = original.clone();
        Files.write(file, restored);
        Files.write(target.resolve("generated-classes/jacoco").resolve(classes.relativize(file)), new byte[] {1});

        assertThat(till().bytes()).isEqualTo(restored);
        assertThat(production().areInstrumented()).isFalse();
    }

    @Test
    void without_the_original_the_cause_is_named() {
        Analysis analysis = new Analysis();

        assertThat(analysis.of(till(), new ExecutionDataStore())).isEmpty();
        assertThat(analysis.unreadable()).singleElement().asString().contains("offline", "restore");
    }

    @Test
    void classes_of_an_ordinary_build_are_not_taken_for_instrumented() throws IOException {
        Files.write(file, original);

        assertThat(production().areInstrumented()).isFalse();
        assertThat(OriginalClasses.of(classes).read(file)).isEqualTo(original);
    }

    /** What an agent in offline mode writes has no session of a test class; Maven has restored the class files by then. */
    @Test
    void that_no_test_class_is_named_is_not_blamed_on_the_class_path() throws IOException {
        keepOriginal();
        Files.write(file, original);

        assertThat(reasonOfUnnamedData()).contains("offline").doesNotContain("class path", "quarkus-jacoco");
    }

    @Test
    void of_an_ordinary_build_no_offline_instrumentation_is_supposed() throws IOException {
        Files.write(file, original);

        assertThat(reasonOfUnnamedData()).contains("class path").doesNotContain("offline");
    }

    private String reasonOfUnnamedData() {
        ExecutionDataStore ran = new ExecutionDataStore();
        ran.put(new ExecutionData(7, Till.class.getName().replace('.', '/'), new boolean[] {true}));
        CoverageData data =
                new CoverageData(Map.of(), Map.of(), List.of(), ran, List.of(), List.of(), List.of(), List.of());
        return ExecutedEvidence.find(
                        data,
                        production(),
                        FixtureBuild.inventory(List.of(), FixtureBuild.test(Till.class, TestKind.UNIT)),
                        Optional.empty())
                .reason();
    }
}
