package dev.andon.internal.evidence.ledger;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.RunFreshness.Age;
import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.LedgerLineCodec;
import dev.andon.internal.formats.MalformedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads ledgers, also while they are written, and keeps what counts for this build. */
public final class LedgerReader {

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
        String text;
        try {
            // Not as strict as Files.readString: bytes that are no UTF-8 spoil their line alone.
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            problems.add("The ledger " + file + " cannot be read (" + e
                    + "): the test classes in it do not count. Make it readable and run the build again.");
            return;
        }
        boolean unfinished = !text.isEmpty() && !text.endsWith("\n");
        String[] lines = text.split("\n", -1);
        int last = lines.length - 1;
        for (int i = 0; i <= last; i++) {
            if (lines[i].isEmpty() || (i == last && beingWritten(file))) {
                continue;
            }
            try {
                sort(LedgerLineCodec.decode(lines[i], file + ", line " + (i + 1)), file);
            } catch (MalformedFileException malformed) {
                if (concernsThisBuild(lines, i, file)) {
                    problems.add(problem(file, i + 1, i == last && unfinished, malformed.why()));
                }
            }
        }
    }

    private static String problem(Path file, int line, boolean torn, String why) {
        String cause = torn ? "its last line was never finished, as when the JVM that wrote it was killed" : why;
        return "The ledger " + file + ", line " + line + ", cannot be read: " + cause
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
    private boolean concernsThisBuild(String[] lines, int broken, Path file) {
        if (!byId()) {
            return true;
        }
        String value = current.value();
        Optional<String> named = LedgerLineCodec.buildOf(lines[broken]);
        if (named.isPresent()) {
            return named.get().equals(value);
        }
        List<String> others = Stream.of(lines)
                .flatMap(line -> LedgerLineCodec.buildOf(line).stream())
                .toList();
        if (!others.isEmpty()) {
            return others.contains(value);
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
