package dev.andon.internal.canary.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.internal.formats.AlertNotice;
import dev.andon.internal.formats.CanaryLogLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is full and nearly full; only root may mount one. */
class FullDiskIT {
    private static final int PAGE = 4096;
    private static final int SIZE = 16 * PAGE;

    @TempDir
    Path temp;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temp.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString());
        assumeTrue(mounted, "mount -t tmpfs needs root");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static AlertNotice line(int number) {
        return new AlertNotice(
                Instant.EPOCH, "a", "production", "", "pager", "incident-" + number, true, "x".repeat(99));
    }

    @Test
    void no_line_is_lost_and_none_made_unreadable_whatever_room_is_left() throws Exception {
        for (int pages = 0; pages < 3; pages++) {
            Path filler = disk.resolve("filler");
            fill(filler, pages);
            Path folder = disk.resolve("log-" + pages);
            RunLog log = RunLog.in(folder, new RunLog.Rotation(Long.MAX_VALUE, Optional.empty()), true);
            for (int i = 0; i < 50; i++) {
                log.append(line(i));
            }
            List<String> problems = new ArrayList<>();
            List<CanaryLogLine> whileFull = read(folder, problems);
            assertThat(problems).as("pages left: " + pages).isEmpty();
            assertThat(whileFull).hasSizeLessThan(50);

            Files.delete(filler);
            log.append(line(50));

            assertThat(read(folder, problems))
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, 50)
                            .mapToObj(FullDiskIT::line)
                            .toList());
            assertThat(problems).isEmpty();
            Files.delete(folder.resolve(ProcessHandle.current().pid() + ".jsonl"));
        }
    }

    /** A tmpfs counts whole pages, so a line that crosses the end of one is taken in part. */
    private static void fill(Path filler, int pagesLeft) throws IOException {
        byte[] page = new byte[PAGE];
        for (int i = 0; i < SIZE / PAGE - pagesLeft; i++) {
            Files.write(filler, page, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static List<CanaryLogLine> read(Path folder, List<String> problems) throws IOException {
        List<CanaryLogLine> lines = new ArrayList<>();
        Path file = folder.resolve(ProcessHandle.current().pid() + ".jsonl");
        if (!Files.exists(file)) {
            return lines;
        }
        try (InputStream in = Files.newInputStream(file)) {
            RunLogReader reader = new RunLogReader(in, "log", problems::add);
            for (Optional<CanaryLogLine> next = reader.next(); next.isPresent(); next = reader.next()) {
                lines.add(next.get());
            }
        }
        return lines;
    }
}
