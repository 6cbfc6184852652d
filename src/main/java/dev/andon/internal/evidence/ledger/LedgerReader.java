package dev.andon.internal.evidence.ledger;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.RunFreshness.Age;
import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.LedgerLineCodec;
import dev.andon.internal.formats.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads ledgers, also while they are written, and keeps what counts for this build. */
public final class LedgerReader {

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_BROKEN_LINES = 10_000;

    private final BuildId current;
    private final RunFreshness freshness;
    private final List<RecordedLine> counting = new ArrayList<>();
    private final List<ClassRun> stale = new ArrayList<>();
    private final List<ClassRun> undated = new ArrayList<>();
    private final ClassFolderDigests digests = new ClassFolderDigests();
    private final List<String> problems = new ArrayList<>();

    private LedgerReader(BuildId current, RunFreshness freshness) {
        this.current = current;
        this.freshness = freshness;
    }

    /** A line and where it stood. */
    record RecordedLine(LedgerLine line, Path file) {}

    /**
     * What this build ran.
     *
     * @param ledgerFolders the folders of ledgers; those that do not exist hold nothing
     * @param freshness decides where neither the build's id nor a digest of the class files can
     */
    public static TestRuns read(List<Path> ledgerFolders, BuildId current, RunFreshness freshness) {
        return new LedgerReader(current, freshness).readAll(ledgerFolders);
    }

    private TestRuns readAll(List<Path> folders) {
        for (Path folder : folders.stream().distinct().toList()) {
            if (Files.isDirectory(folder)) {
                readFolder(folder);
            }
        }
        List<ClassRun> runs = byId() ? Reruns.merge(counting) : Reruns.merge(Reruns.last(counting));
        return new TestRuns(runs, List.copyOf(stale), List.copyOf(problems)).withUndated(undated);
    }

    private boolean byId() {
        return current.kind() != BuildId.Kind.DAEMON;
    }

    private void readFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted(Comparator.naturalOrder())
                    .forEach(this::readFile);
        } catch (IOException e) {
            problems.add("The ledger folder " + folder + " cannot be read (" + e
                    + "): what ran is not known. Make it readable and run the build again.");
        }
    }

    private void readFile(Path file) {
        List<BrokenLine> broken = new ArrayList<>();
        Set<String> builds = new HashSet<>();
        boolean open = beingWritten(file);
        try (LedgerLines lines = new LedgerLines(file)) {
            int number = 1;
            for (LedgerLines.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.text().isEmpty() || line.tooLong()) {
                    readLine(file, number, line, open, builds).ifPresent(broken::add);
                }
                if (broken.size() == MOST_BROKEN_LINES) {
                    problems.add("The ledger " + file + " has more than " + MOST_BROKEN_LINES
                            + " lines that cannot be read: what stands behind them does not count. "
                            + "Run the build again with `clean`.");
                    break;
                }
                number++;
            }
        } catch (IOException e) {
            problems.add("The ledger " + file + " cannot be read (" + e
                    + "): the test classes in it do not count. Make it readable and run the build again.");
        }
        List<String> concerning = broken.stream()
                .filter(line -> concernsThisBuild(line, builds, file))
                .map(line -> problem(file, line))
                .toList();
        problems.addAll(concerning.subList(0, Math.min(MOST_PROBLEMS, concerning.size())));
        if (concerning.size() > MOST_PROBLEMS) {
            problems.add("The ledger " + file + " has " + (concerning.size() - MOST_PROBLEMS)
                    + " more lines that cannot be read. Run the build again with `clean`.");
        }
    }

    /**
     * A line that cannot be read.
     *
     * @param build the build that it names; empty where it names none
     */
    private record BrokenLine(int number, boolean torn, String why, Optional<String> build) {}

    private Optional<BrokenLine> readLine(
            Path file, int number, LedgerLines.Line line, boolean open, Set<String> builds) {
        if (!line.finished() && open) {
            return Optional.empty();
        }
        if (line.tooLong()) {
            return Optional.of(new BrokenLine(number, false, "it is too long", Optional.empty()));
        }
        try {
            LedgerLine decoded = LedgerLineCodec.decode(line.text(), file + ", line " + number);
            builds.add(decoded.build());
            sort(decoded, file);
            return Optional.empty();
        } catch (MalformedFileException malformed) {
            Optional<String> build = LedgerLineCodec.buildOf(line.text());
            build.ifPresent(builds::add);
            return Optional.of(new BrokenLine(number, !line.finished(), malformed.why(), build));
        }
    }

    private static String problem(Path file, BrokenLine line) {
        String cause =
                line.torn() ? "its last line was never finished, as when the JVM that wrote it was killed" : line.why();
        return "The ledger " + file + ", line " + line.number() + ", cannot be read: " + cause
                + ". The test class of that line does not count, all others do. Run the build again.";
    }

    private void sort(LedgerLine line, Path file) {
        switch (age(line, file)) {
            case CURRENT -> counting.add(new RecordedLine(line, file));
            case OLDER -> stale.add(Reruns.classRun(line, file));
            case UNKNOWN -> undated.add(Reruns.classRun(line, file));
        }
    }

    /** A build's process cannot have written a line before it began; any other id may have been given twice. */
    private Age age(LedgerLine line, Path file) {
        boolean ofThisId = line.build().equals(current.value());
        if (current.kind() == BuildId.Kind.PROCESS) {
            return ofThisId ? Age.CURRENT : Age.OLDER;
        }
        Optional<Boolean> same = digests.same(line.classFolders(), folderOf(file));
        boolean differs =
                same.filter(equal -> !equal).isPresent() || !freshness.isSameClassFile(line.className(), line.hash());
        if (differs || (byId() && !ofThisId)) {
            return Age.OLDER;
        }
        return byId() || same.isPresent() ? Age.CURRENT : freshness.of(line.className(), line.finished());
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    // A torn line of an earlier build is no news: it would not have counted when whole.
    private boolean concernsThisBuild(BrokenLine line, Set<String> builds, Path file) {
        if (!byId()) {
            return true;
        }
        if (line.build().isPresent()) {
            return line.build().get().equals(current.value());
        }
        if (!builds.isEmpty()) {
            return builds.contains(current.value());
        }
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return !written.isBefore(current.began());
        } catch (IOException e) {
            return true;
        }
    }

    // The file's name begins with the process that writes it.
    private static boolean beingWritten(Path file) {
        String name = file.getFileName().toString();
        try {
            long pid = Long.parseLong(name.substring(0, Math.max(0, name.indexOf('-'))));
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
