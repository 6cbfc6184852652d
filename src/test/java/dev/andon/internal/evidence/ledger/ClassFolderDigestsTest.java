package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.LedgerLineCodec;
import dev.andon.internal.formats.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line of the ledger counts for the class files that it ran with, whatever clocks and ids say. */
class ClassFolderDigestsTest {
    private static final BuildId PROCESS = new BuildId("ci", BuildId.Kind.PROCESS, Instant.EPOCH);
    private static final BuildId CONSTANT = new BuildId("ci", BuildId.Kind.CHOSEN, Instant.EPOCH);
    private static final BuildId OTHER = new BuildId("other", BuildId.Kind.CHOSEN, Instant.EPOCH);

    @TempDir
    Path folder;

    @BeforeEach
    void run() throws IOException {
        write(folder.resolve("till/target/classes/com/acme/Till.class"), 1);
        write(folder.resolve("till/target/test-classes/com/acme/TillTest.class"), 2);
        write(folder.resolve("stock/target/classes/com/acme/Stock.class"), 3);
        write(folder.resolve("stock/target/stock-1.jar"), 4);
        write(folder.resolve("repository/lib-1.jar"), 5);
        String classPath = String.join(
                File.pathSeparator,
                folder.resolve("till/target/test-classes").toString(),
                folder.resolve("till/target/classes").toString(),
                folder.resolve("stock/target/stock-1.jar").toString(),
                folder.resolve("repository/lib-1.jar").toString());
        Map<String, String> digests = ClassFolderDigests.of(classPath, ledger(folder));
        assertThat(digests).containsOnlyKeys("../../classes", "../../test-classes", "../../../../stock/target/classes");
        Files.createDirectories(ledger(folder));
        Files.writeString(
                ledger(folder).resolve("0-a.jsonl"),
                LedgerLineCodec.encode(new LedgerLine(
                                "ci",
                                "com.acme.TillTest",
                                "",
                                Outcome.SUCCESSFUL,
                                "",
                                Instant.parse("2001-01-01T00:00:00Z"),
                                List.of(),
                                digests))
                        + "\n");
    }

    private static void write(Path file, int content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) content});
    }

    private static Path ledger(Path project) {
        return project.resolve("till/target/andon/ledger");
    }

    private static boolean counts(Path project, BuildId build) {
        // By their times all class files are younger than the run.
        RunFreshness byTime = RunFreshness.since(Instant.now().minusSeconds(3600));
        TestRuns runs = LedgerReader.read(List.of(ledger(project)), build, byTime);
        assertThat(runs.classes().size() + runs.stale().size()).isEqualTo(1);
        return !runs.classes().isEmpty();
    }

    @Test
    void a_line_of_the_same_class_files_counts_whatever_the_clock_says() {
        assertThat(counts(folder, Ledgers.DAEMON)).isTrue();
        assertThat(counts(folder, CONSTANT)).isTrue();
        assertThat(counts(folder, OTHER)).isFalse();
    }

    @Test
    void other_class_files_of_a_module_that_was_used_make_it_older_also_under_a_constant_id() throws IOException {
        write(folder.resolve("stock/target/classes/com/acme/Stock.class"), 33);

        assertThat(counts(folder, Ledgers.DAEMON)).isFalse();
        assertThat(counts(folder, CONSTANT)).isFalse();
    }

    @Test
    void a_further_class_makes_it_older() throws IOException {
        write(folder.resolve("till/target/test-classes/com/acme/MoreTest.class"), 3);

        assertThat(counts(folder, CONSTANT)).isFalse();
    }

    @Test
    void the_process_of_this_build_has_run_what_it_says_though_a_later_phase_changes_class_files() throws IOException {
        write(folder.resolve("till/target/classes/com/acme/Till.class"), 11);

        assertThat(counts(folder, PROCESS)).isTrue();
    }

    @Test
    void a_project_that_was_moved_is_compared_where_it_is_now() throws IOException {
        Path moved = folder.resolve("moved");
        Files.createDirectories(moved);
        Files.move(folder.resolve("till"), moved.resolve("till"));
        Files.move(folder.resolve("stock"), moved.resolve("stock"));
        assertThat(counts(moved, CONSTANT)).isTrue();

        write(moved.resolve("stock/target/classes/com/acme/Stock.class"), 33);
        assertThat(counts(moved, CONSTANT)).isFalse();
    }

    @Test
    void a_line_that_names_other_folders_than_those_of_class_files_makes_nobody_read_them() throws IOException {
        write(folder.resolve("till/secret/Key.class"), 9);

        assertThat(new ClassFolderDigests().same(Map.of("../../../secret", "1-1"), ledger(folder)))
                .isEmpty();
        assertThat(new ClassFolderDigests().same(Map.of("\0", "1-1"), ledger(folder)))
                .isEmpty();
    }

    @Test
    void without_a_folder_to_compare_the_times_decide() throws IOException {
        Path alone = folder.resolve("alone");
        Files.createDirectories(alone.resolve("till/target"));
        Files.move(folder.resolve("till/target/andon"), alone.resolve("till/target/andon"));
        RunFreshness older = RunFreshness.since(Instant.parse("2002-01-01T00:00:00Z"));
        RunFreshness newer = RunFreshness.since(Instant.parse("2000-01-01T00:00:00Z"));

        assertThat(LedgerReader.read(List.of(ledger(alone)), Ledgers.DAEMON, older)
                        .classes())
                .isEmpty();
        assertThat(LedgerReader.read(List.of(ledger(alone)), Ledgers.DAEMON, newer)
                        .classes())
                .hasSize(1);
    }

    @Test
    void class_files_that_offline_instrumentation_changes_for_the_tests_are_those_that_it_restores()
            throws IOException {
        Path classes = folder.resolve("till/target/classes");
        Path till = classes.resolve("com/acme/Till.class");
        Map<String, String> restored = ClassFolderDigests.of(classes.toString(), ledger(folder));

        Files.createDirectories(folder.resolve("till/target/generated-classes/jacoco/com/acme"));
        Files.copy(till, folder.resolve("till/target/generated-classes/jacoco/com/acme/Till.class"));
        Files.writeString(till, "code that calls $jacocoInit");

        assertThat(ClassFolderDigests.of(classes.toString(), ledger(folder))).isEqualTo(restored);
    }
}
