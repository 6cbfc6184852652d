package dev.andon.internal.canary.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.files.AppendedFile;
import dev.andon.internal.formats.AlertNotice;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.CanaryLogLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final RunLog.Rotation NEVER = new RunLog.Rotation(Long.MAX_VALUE, Optional.empty());

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();

    private static AlertNotice line(int number) {
        return new AlertNotice(Instant.EPOCH, "a", "production", "", "pager", "incident-" + number, true, "");
    }

    private Path file() {
        return folder.resolve(ProcessHandle.current().pid() + ".jsonl");
    }

    private List<CanaryLogLine> read(InputStream in) throws IOException {
        RunLogReader reader = new RunLogReader(in, "a.jsonl", problems::add);
        List<CanaryLogLine> lines = new ArrayList<>();
        for (Optional<CanaryLogLine> next = reader.next(); next.isPresent(); next = reader.next()) {
            lines.add(next.get());
        }
        return lines;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void a_torn_line_costs_itself_alone_wherever_it_was_torn() throws IOException {
        String whole = CanaryLogCodec.encode(line(2));
        for (int length = 1; length < whole.length(); length += 7) {
            problems.clear();
            Files.deleteIfExists(file());
            RunLog log = RunLog.in(folder, NEVER, length % 2 == 0);
            log.append(line(1));
            Files.writeString(file(), Files.readString(file()) + whole.substring(0, length));
            log.append(line(3));
            log.append(line(4));

            assertThat(read(Files.newInputStream(file()))).containsExactly(line(1), line(3), line(4));
            assertThat(problems).singleElement().asString().startsWith("a.jsonl, line 2 cannot be read: it is damaged");
        }
    }

    @Test
    void a_last_line_without_an_end_is_read_where_it_is_whole() throws IOException {
        String text = CanaryLogCodec.encode(line(1)) + "\n\n" + CanaryLogCodec.encode(line(2));

        assertThat(read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(line(1), line(2));
        assertThat(problems).isEmpty();
    }

    @Test
    void lines_of_others_and_endless_ones_are_skipped() throws IOException {
        String text = "Started at noon\n{\"schemaVersion\":1}\n" + "x".repeat(9 << 20) + "\n"
                + CanaryLogCodec.encode(line(1)) + "\n";

        assertThat(read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(line(1));
        assertThat(problems).hasSize(3);
        assertThat(problems.get(1)).contains("line 2", "written by another version of Andon");
    }

    @Test
    void a_large_file_is_rotated_and_an_old_one_removed() throws IOException {
        Path old = Files.writeString(folder.resolve("1-20200101T000000000Z.jsonl"), "{}\n");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        RunLog log = RunLog.in(folder, new RunLog.Rotation(200, Optional.of(Duration.ofDays(7))), false);

        for (int i = 0; i < 10; i++) {
            log.append(line(i));
        }

        assertThat(old).doesNotExist();
        assertThat(other).exists();
        List<CanaryLogLine> all = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".jsonl")) {
                assertThat(Files.size(file)).isLessThan(600);
                all.addAll(read(Files.newInputStream(file)));
            }
        }
        assertThat(all).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void a_file_that_another_process_renamed_is_begun_anew() throws IOException {
        RunLog log = RunLog.in(folder, NEVER, false);
        log.append(line(1));
        Files.move(file(), folder.resolve("rotated"));
        log.append(line(2));

        assertThat(read(Files.newInputStream(folder.resolve("rotated")))).containsExactly(line(1));
        assertThat(read(Files.newInputStream(file()))).containsExactly(line(2));
    }

    @Test
    void a_log_that_cannot_be_written_is_told_once_and_its_lines_are_written_later() throws IOException {
        Files.createDirectories(file());
        RunLog log = RunLog.in(folder, NEVER, false);
        String told = told(() -> {
            log.append(line(1));
            log.append(line(2));
            Files.delete(file());
            log.append(line(3));
        });

        assertThat(told.lines()).hasSize(2);
        assertThat(told).contains("can be written again; lines lost: 0");
        assertThat(read(Files.newInputStream(file()))).containsExactly(line(1), line(2), line(3));
    }

    /** A file system that takes a part of a line, and whose file cannot be cut. */
    @Test
    void a_full_disk_loses_no_line_and_makes_none_unreadable() throws IOException {
        for (int room = 0; room < 1500; room += 251) {
            problems.clear();
            Files.deleteIfExists(file());
            NearlyFull disk = new NearlyFull(room);
            RunLog log = RunLog.in(folder, NEVER, false, disk);
            String told = told(() -> {
                for (int i = 0; i < 20; i++) {
                    log.append(line(i));
                }
                disk.left = Integer.MAX_VALUE;
                log.append(line(20));
            });

            assertThat(told.lines()).as("with room for " + room).hasSize(2);
            assertThat(read(Files.newInputStream(file())))
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, 20)
                            .mapToObj(RunLogTest::line)
                            .toList());
            assertThat(problems).as("the torn line").hasSizeLessThanOrEqualTo(1);
        }
    }

    /** Takes so many bytes and then no more. */
    private static final class NearlyFull implements RunLog.Writer {
        private int left;

        NearlyFull(int room) {
            left = room;
        }

        @Override
        public void line(Path file, String line, boolean force) throws IOException {
            int length = line.length() + 2;
            if (length <= left) {
                AppendedFile.line(file, line, force);
                left -= length;
                return;
            }
            Files.writeString(file, line.substring(0, left), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            left = 0;
            throw new IOException("No space left on device");
        }
    }

    @Test
    void lines_that_wait_are_bounded_and_the_oldest_are_given_up() {
        WaitingLines waiting = new WaitingLines(3200);
        String big = "x".repeat(100);
        for (int i = 0; i < 40; i++) {
            waiting.add(i + big);
        }

        assertThat(waiting.lost()).isEqualTo(9);
        assertThat(waiting.first().orElseThrow()).startsWith("9x");
    }

    /** Another program rotates by its own rules: renames, makes the file anew, or copies and cuts it. */
    @Test
    void a_file_that_another_process_rotates_at_any_moment_loses_nothing() throws Exception {
        RunLog log = RunLog.in(folder, new RunLog.Rotation(3000, Optional.empty()), false);
        AtomicBoolean over = new AtomicBoolean();
        Thread other = new Thread(() -> {
            for (int i = 0; !over.get(); i++) {
                try {
                    Files.move(file(), folder.resolve("other-" + i + ".jsonl"));
                    Files.writeString(file(), "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                } catch (IOException notThere) {
                    Thread.onSpinWait();
                }
            }
        });
        other.start();
        for (int i = 0; i < 150; i++) {
            log.append(line(i));
        }
        over.set(true);
        other.join();

        List<CanaryLogLine> all = new ArrayList<>();
        for (Path file : files()) {
            all.addAll(read(Files.newInputStream(file)));
        }
        assertThat(problems).isEmpty();
        assertThat(all).hasSize(150).doesNotHaveDuplicates();
        assertThat(files().size()).isGreaterThan(3);
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static String told(Writing writing) throws IOException {
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(told, true));
            writing.run();
        } finally {
            System.setErr(err);
        }
        return told.toString(StandardCharsets.UTF_8);
    }
}
