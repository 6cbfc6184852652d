package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.coverage.CoverageData.Pooled;
import dev.andon.internal.formats.SessionId;
import dev.andon.internal.formats.SessionIdCodec;
import dev.andon.internal.text.FirstFew;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataReader;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.ExecutionDataWriter;
import org.jacoco.core.data.IncompatibleExecDataVersionException;
import org.jacoco.core.data.SessionInfo;

/** Reads exec files, and attributes the data in them to the session that precedes it. */
public final class ExecReader {

    /**
     * A session of the agent.
     *
     * @param build the id of the build that wrote it; empty where the session does not tell
     * @param testClasses the binary names of the test classes that it bears; empty where it bears none
     * @param began when it began
     * @param ended when its data was written
     */
    public record Session(String build, Set<String> testClasses, Instant began, Instant ended) {}

    private final Predicate<Session> counts;
    private final IdenticalClasses identical;
    private final Map<String, ExecutionDataStore> byTestClass = new TreeMap<>();
    private final Map<String, ExecutionDataStore> setUp = new TreeMap<>();
    private final Map<String, Pooled> pooled = new TreeMap<>();
    private final ExecutionDataStore all = new ExecutionDataStore();
    private final ExecutionDataStore unattributed = new ExecutionDataStore();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> gaps = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private final Set<String> outdated = new LinkedHashSet<>();

    private ExecReader(Predicate<Session> counts, IdenticalClasses identical) {
        this.counts = counts;
        this.identical = identical;
    }

    /**
     * Reads exec files as one.
     *
     * @param files the files
     * @param counts which sessions count, as those of this build do; the data of others is left out
     */
    public static CoverageData read(Collection<Path> files, Predicate<Session> counts) {
        return read(files, counts, IdenticalClasses.NONE);
    }

    /** Reads them for production classes of which several modules may hold the same; {@code loadedFrom} tells which of them ran. */
    public static CoverageData read(
            Collection<Path> files, Predicate<Session> counts, ProductionClasses classes, LoadedFrom loadedFrom) {
        return read(files, counts, IdenticalClasses.in(classes, loadedFrom));
    }

    private static CoverageData read(Collection<Path> files, Predicate<Session> counts, IdenticalClasses identical) {
        ExecReader reader = new ExecReader(counts, identical);
        files.forEach(reader::read);
        if (files.isEmpty()) {
            reader.problems.add(
                    "There is no coverage data: no exec file was found. Run the tests under the JaCoCo agent "
                            + "(in Maven: the goal prepare-agent of jacoco-maven-plugin, and a Surefire argLine that begins with "
                            + "@{argLine}; in Gradle: the plugin jacoco).");
        }
        return new CoverageData(
                reader.byTestClass,
                reader.setUp,
                List.copyOf(reader.pooled.values()),
                reader.unattributed,
                List.copyOf(reader.problems),
                List.copyOf(reader.gaps),
                List.copyOf(reader.lost),
                List.copyOf(reader.outdated));
    }

    private void read(Path file) {
        List<Block> blocks;
        try (InputStream in = ExecFile.open(file)) {
            blocks = blocks(file, in);
        } catch (IOException failure) {
            problems.add(
                    Files.exists(file)
                            ? "The coverage data in " + file + " cannot be read (" + failure
                                    + "). Make the file readable for this build."
                            : "There is no coverage data: " + file + " does not exist. Run the tests under the JaCoCo "
                                    + "agent, or take the file out of the configuration.");
            return;
        }
        if (blocks.isEmpty()) {
            return;
        }
        try {
            blocks.forEach(this::check);
        } catch (IllegalStateException conflict) {
            problems.add(damaged(file, "it contradicts other data on the same class: " + conflict.getMessage()));
            return;
        }
        if (blocks.stream().allMatch(block -> block.data.isEmpty())) {
            problems.add(
                    "The coverage data in " + file + " names no class: the agent ran, but none of the classes that it "
                            + "instruments did. Check the agent's includes and excludes.");
            return;
        }
        blocks.forEach(block -> add(file, block));
        checkWhole(file, blocks);
    }

    /** The agent also writes its data when the JVM ends; the test class that ran then is marked as unfinished. */
    private void checkWhole(Path file, List<Block> blocks) {
        Set<String> unfinished = new TreeSet<>();
        Set<String> finished = new HashSet<>();
        for (Block block : blocks) {
            for (SessionInfo session : block.sessions) {
                SessionIdCodec.decode(session.getId())
                        .ifPresent(id -> (id.finished() ? finished : unfinished).addAll(id.testClasses()));
            }
        }
        unfinished.removeAll(finished);
        if (!unfinished.isEmpty()) {
            lost.add("The coverage data in " + file + " may lack a part: the JVM ended while " + shortened(unfinished)
                    + " ran. See that no test ends the JVM, and run the tests again.");
        }
    }

    /** Consecutive sessions, and the data that follows them. */
    private static final class Block {
        final List<SessionInfo> sessions = new ArrayList<>();
        final List<ExecutionData> data = new ArrayList<>();
    }

    /**
     * Detects where one dump ends and the next begins. The agent starts each with a header; consecutive sessions under one
     * header were merged by another tool, and the data after them is of all of them.
     */
    private static final class BlockReader extends ExecutionDataReader {

        final List<Block> blocks = new ArrayList<>();
        private boolean afterHeader = true;

        BlockReader(InputStream in) {
            super(in);
            setSessionInfoVisitor(session -> current(afterHeader).sessions.add(session));
            setExecutionDataVisitor(data -> current(false).data.add(data));
        }

        @Override
        protected boolean readBlock(byte type) throws IOException {
            boolean more = super.readBlock(type);
            afterHeader = type == ExecutionDataWriter.BLOCK_HEADER;
            return more;
        }

        private Block current(boolean begins) {
            if (begins || blocks.isEmpty()) {
                blocks.add(new Block());
            }
            return blocks.get(blocks.size() - 1);
        }
    }

    private List<Block> blocks(Path file, InputStream in) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            problems.add(
                    "The coverage data in " + file + " is empty, 0 bytes: the JVM that ran the tests was killed, or "
                            + "never ended. Run the tests again.");
            return List.of();
        }
        in.reset();
        BlockReader reader = new BlockReader(in);
        List<Block> blocks = reader.blocks;
        try {
            if (reader.read()) {
                throw new IOException("it ends early");
            }
            if (blocks.isEmpty()) {
                problems.add("The coverage data in " + file
                        + " names no class: it consists of a header only. Run the tests again.");
            }
            return blocks;
        } catch (IncompatibleExecDataVersionException version) {
            problems.add(
                    "The coverage data in " + file + " has an exec format that this version of JaCoCo does not know "
                            + "(" + version.getMessage() + "). Use the same version of JaCoCo for the agent and for "
                            + "org.jacoco.core.");
        } catch (EOFException cut) {
            problems.add(damaged(file, "it ends in the middle of a record"));
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            // Lengths in a damaged file may be negative, or larger than any memory.
            problems.add(damaged(file, String.valueOf(broken.getMessage())));
        }
        return List.of();
    }

    private static String damaged(Path file, String what) {
        return "The coverage data in " + file + " is damaged: " + what.replaceFirst("\\.$", "")
                + ". Delete the file and run the tests again; if it happens again, see whether two builds write to it.";
    }

    private void check(Block block) {
        for (ExecutionData data : block.data) {
            ExecutionData known = all.get(data.getId());
            if (known == null) {
                all.put(data);
            } else {
                known.assertCompatibility(data.getId(), data.getName(), data.getProbes().length);
            }
        }
    }

    private void add(Path file, Block block) {
        if (!allCount(file, block)) {
            outdated.add(file.toString());
            return;
        }
        ExecutionDataStore owner = owner(file, block);
        Set<String> testClasses = block.sessions.stream()
                .flatMap(session -> session(session).testClasses().stream())
                .collect(Collectors.toSet());
        for (ExecutionData data : block.data) {
            identical
                    .id(data, file, testClasses)
                    .ifPresentOrElse(
                            id -> owner.put(new ExecutionData(
                                    id, data.getName(), data.getProbes().clone())),
                            () -> lost.add(ofOneOf(data, file)));
        }
    }

    private String ofOneOf(ExecutionData data, Path file) {
        return "The class " + data.getName().replace('/', '.') + " is the same in the modules "
                + String.join(", ", new TreeSet<>(identical.holders(data)))
                + ", so it cannot be determined of which of them "
                + file + " tells: rename it in one of them, or let them share it.";
    }

    /** In a merged file it cannot be determined which part belongs to which session. */
    private boolean allCount(Path file, Block block) {
        if (block.sessions.isEmpty()) {
            Instant written = Instant.ofEpochMilli(file.toFile().lastModified());
            return block.data.isEmpty() || counts.test(new Session("", Set.of(), written, written));
        }
        return block.sessions.stream().map(ExecReader::session).allMatch(counts);
    }

    private static Session session(SessionInfo info) {
        Optional<SessionId> name = SessionIdCodec.decode(info.getId());
        return new Session(
                name.map(SessionId::build).orElse(""),
                name.map(SessionId::testClasses).orElse(Set.of()),
                Instant.ofEpochMilli(info.getStartTimeStamp()),
                Instant.ofEpochMilli(info.getDumpTimeStamp()));
    }

    private ExecutionDataStore owner(Path file, Block block) {
        if (block.sessions.isEmpty()) {
            return unattributed;
        }
        if (block.sessions.size() > 1) {
            gaps.add("Sessions in " + file
                    + " were merged by another tool, which loses which test ran which code: give Andon the exec "
                    + "files that the agent wrote, not the merged one.");
            return unattributed;
        }
        String id = block.sessions.get(0).getId();
        SessionId name = SessionIdCodec.decode(id).orElse(null);
        if (name == null) {
            return unattributed;
        }
        if (name.testClasses().isEmpty()) {
            gaps.add("Too many test classes ran at the same time to name them all in " + file
                    + ": their data is attributed to none of them.");
            return unattributed;
        }
        if (name.testClasses().size() > 1) {
            gaps.add(
                    "Test classes ran at the same time in one JVM, so it cannot be determined which of them ran which code: "
                            + shortened(name.testClasses()) + ".");
            return pooled.computeIfAbsent(id, key -> new Pooled(name.testClasses(), new ExecutionDataStore()))
                    .data();
        }
        Map<String, ExecutionDataStore> phase = name.setUp() ? setUp : byTestClass;
        return phase.computeIfAbsent(name.testClasses().iterator().next(), key -> new ExecutionDataStore());
    }

    private static String shortened(Set<String> names) {
        return FirstFew.of(List.copyOf(names), 5);
    }
}
