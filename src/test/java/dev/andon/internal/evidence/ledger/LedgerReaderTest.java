package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.RunFreshness.Age;
import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.LedgerLineCodec;
import dev.andon.internal.formats.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    @Test
    void a_torn_last_line_costs_its_class_alone_and_is_named() throws IOException {
        Path file = write("0-1-a.jsonl", line("this", "A"), line("this", "B"), half("this"));

        TestRuns runs = read();

        assertThat(runs.classes()).extracting(ClassRun::className).containsExactly("A", "B");
        assertThat(runs.problems()).singleElement().asString().contains(file + ", line 3", "killed", "again");
    }

    @Test
    void garbage_in_the_middle_is_named_and_all_other_lines_count() throws IOException {
        Path file = write("0-1-a.jsonl", line("this", "A"), "\u0000garbage", "{\"v\":1}", line("this", "B") + "\n");

        TestRuns runs = read();

        assertThat(runs.classes()).extracting(ClassRun::className).containsExactly("A", "B");
        assertThat(runs.problems()).hasSize(2).allSatisfy(problem -> assertThat(problem)
                .contains(file.toString(), "does not count"));
    }

    @Test
    void a_file_of_nothing_but_broken_lines_is_given_up() throws IOException {
        write("0-1-a.jsonl", line("this", "A"), "x\n".repeat(1_000_000), line("this", "B") + "\n");

        TestRuns runs = read();

        assertThat(runs.classes()).extracting(ClassRun::className).containsExactly("A");
        assertThat(runs.problems()).hasSizeLessThan(30).anySatisfy(problem -> assertThat(problem)
                .contains("more than 10000 lines that cannot be read"));
    }

    @Test
    void an_earlier_build_is_stale_and_its_torn_line_no_news() throws IOException {
        write("0-1-a.jsonl", line("before", "A"), half("before"));
        write("0-2-b.jsonl", line("this", "B") + "\n");

        TestRuns runs = read();

        assertThat(runs.classes()).extracting(ClassRun::className).containsExactly("B");
        assertThat(runs.stale()).extracting(ClassRun::className).containsExactly("A");
        assertThat(runs.problems()).isEmpty();
    }

    @Test
    void a_line_that_a_living_JVM_is_writing_is_left_out_in_peace() throws IOException {
        long self = ProcessHandle.current().pid();
        write(self + "-1-a.jsonl", line("this", "A"), half("this"));

        TestRuns runs = read();

        assertThat(runs.classes()).hasSize(1);
        assertThat(runs.problems()).isEmpty();
    }

    @Test
    void in_a_daemon_time_and_checksum_decide() throws IOException {
        Path classFile =
                Files.write(Files.createDirectories(folder.resolve("classes")).resolve("A.class"), new byte[] {1});
        Files.setLastModifiedTime(classFile, java.nio.file.attribute.FileTime.from(NOW));
        RunFreshness freshness = RunFreshness.newerThan(
                List.of(new ClassRoot(folder.resolve("classes"), "shop", true)), module -> Set.of());
        String hash = ClassHash.of(classFile);

        assertThat(freshness.isSameClassFile("A", hash)).isTrue();
        assertThat(freshness.isSameClassFile("A", "other")).isFalse();
        assertThat(freshness.of("A", NOW)).isEqualTo(Age.CURRENT);
        assertThat(freshness.of("A", NOW.minusMillis(1))).isEqualTo(Age.OLDER);

        write("0-1-a.jsonl", line("an earlier daemon", "A") + "\n");
        assertThat(LedgerReader.read(List.of(folder), Ledgers.DAEMON, freshness).classes())
                .hasSize(1);

        Files.setLastModifiedTime(classFile, java.nio.file.attribute.FileTime.from(NOW.plusSeconds(1)));
        RunFreshness recompiled = RunFreshness.newerThan(
                List.of(new ClassRoot(folder.resolve("classes"), "shop", true)), module -> Set.of());
        TestRuns runs = LedgerReader.read(List.of(folder), Ledgers.DAEMON, recompiled);
        assertThat(runs.classes()).isEmpty();
        assertThat(runs.stale()).hasSize(1);
    }

    private TestRuns read() {
        return LedgerReader.read(List.of(folder), Ledgers.THIS, Ledgers.ANY);
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private static String line(String build, String className) {
        return LedgerLineCodec.encode(
                new LedgerLine(build, className, "", Outcome.SUCCESSFUL, "", NOW, List.of(), Map.of()));
    }

    private static String half(String build) {
        String whole = line(build, "Torn");
        return whole.substring(0, whole.length() / 2);
    }
}
