package dev.andon.internal.evidence.ledger;

import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.LedgerLineCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The file that one JVM appends to, created when its first class has finished: a JVM that runs no test leaves no file.
 * A write that fails costs one warning and the rest of the ledger, never the test run; readers find the classes missing.
 */
final class LedgerFile {

    private static final Map<Path, LedgerFile> OPEN = new ConcurrentHashMap<>();

    private final Path folder;

    private @Nullable Map<String, String> classFolders;
    private @Nullable OutputStream out;
    private @Nullable String trouble;

    private LedgerFile(Path folder) {
        this.folder = folder;
    }

    /** The file of this JVM in that folder: several test plans of one JVM share it. */
    static LedgerFile in(Path folder) {
        return OPEN.computeIfAbsent(folder, LedgerFile::new);
    }

    /** Returns the digests of the class files that this JVM runs, read once. */
    synchronized Map<String, String> classFolders() {
        Map<String, String> known = classFolders;
        if (known == null) {
            known = ClassFolderDigests.ofThisJvm(folder);
            classFolders = known;
        }
        return known;
    }

    synchronized void append(LedgerLine line) {
        if (trouble != null) {
            return;
        }
        try {
            OutputStream current = out;
            if (current == null) {
                current = create();
                out = current;
            }
            // One write for each line: a killed JVM leaves whole lines and at most one torn one.
            current.write((LedgerLineCodec.encode(line) + "\n").getBytes(StandardCharsets.UTF_8));
            current.flush();
        } catch (IOException | RuntimeException | LinkageError e) {
            trouble = "andon: the ledger in " + folder + " cannot be written (" + e
                    + "): test classes will be missing from it. Make the folder writable or set andon.output.";
            System.err.println(trouble);
        }
    }

    synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private OutputStream create() throws IOException {
        // The folder that Andon writes to, and this one in it.
        OutputFile.refuseLinks(folder.resolveSibling("").normalize(), folder);
        Files.createDirectories(folder);
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().orElseGet(Instant::now).toEpochMilli();
        String name = self.pid() + "-" + start + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".jsonl";
        return Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    }
}
