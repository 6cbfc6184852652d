package dev.andon.internal.evidence.coverage;

import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jspecify.annotations.Nullable;

/** JaCoCo's analysis of classes, computed once for each class and set of hits. Safe for use by several threads. */
final class Analysis {

    /** How JaCoCo begins to say so. */
    private static final String INSTRUMENTED = "Cannot process instrumented class";

    private record Key(long id, BitSet hits) {}

    /** Compared by identity, since this most frequent lookup happens before the class's id is known. */
    private record Question(ProductionClass file, ExecutionDataStore data) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Question question && question.file == file && question.data == data;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(file) * 31 + System.identityHashCode(data);
        }
    }

    private final Map<Question, Optional<IClassCoverage>> answers = new ConcurrentHashMap<>();
    private final Map<Key, Optional<IClassCoverage>> known = new ConcurrentHashMap<>();
    private final Map<String, String> unreadable = new ConcurrentSkipListMap<>();

    /**
     * Returns the coverage of a class; empty if it has no code that counts, or cannot be read. The data must be
     * final.
     */
    Optional<IClassCoverage> of(ProductionClass file, ExecutionDataStore data) {
        Question question = new Question(file, data);
        Optional<IClassCoverage> answer = answers.get(question);
        if (answer == null) {
            answer = file.isIdentified() ? byHits(file, data) : first(file, data);
            answers.put(question, answer);
        }
        return answer;
    }

    /** The analyzer computes the id as well. */
    private Optional<IClassCoverage> first(ProductionClass file, ExecutionDataStore data) {
        Optional<IClassCoverage> found = analyse(file, data);
        found.ifPresent(coverage -> {
            file.identify(coverage.getId());
            known.put(new Key(file.id(), bits(data.get(file.id()))), found);
        });
        return found;
    }

    private Optional<IClassCoverage> byHits(ProductionClass file, ExecutionDataStore data) {
        ExecutionData hits = data.get(file.id());
        return known.computeIfAbsent(new Key(file.id(), bits(hits)), key -> analyse(file, data));
    }

    /** Returns a sentence for each class that could not be read. */
    Collection<String> unreadable() {
        return unreadable.values();
    }

    /** Returns why the class of this name could not be read, if so. */
    Optional<String> unreadable(String className) {
        return Optional.ofNullable(unreadable.get(className));
    }

    private Optional<IClassCoverage> analyse(ProductionClass file, ExecutionDataStore data) {
        AtomicReference<@Nullable IClassCoverage> found = new AtomicReference<>();
        try {
            new Analyzer(file.known(data), found::set).analyzeClass(file.bytes(), file.name());
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            unreadable.put(file.name(), why(file, failure.getCause() == null ? failure : failure.getCause()));
        }
        return Optional.ofNullable(found.get())
                .filter(coverage -> coverage.getInstructionCounter().getTotalCount() > 0);
    }

    private static String why(ProductionClass file, Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return "The class file of " + file.name() + " cannot be analysed: it is nested too deeply.";
        }
        if (String.valueOf(cause.getMessage()).startsWith(INSTRUMENTED)) {
            return "The class file of " + file.name() + " was instrumented offline, and its original is not in "
                    + "target/generated-classes/jacoco: restore it (jacoco:restore-instrumented-classes), or build it again.";
        }
        // Fewer probes than the class has: its recorded data is incomplete.
        return cause instanceof IndexOutOfBoundsException
                ? "The coverage data on " + file.name()
                        + " is damaged: it does not fit the class file. Run the tests again " + "in a clean build."
                : "The class file of " + file.name() + " cannot be analysed: " + cause.getMessage()
                        + ". Build it again, or use a version of JaCoCo that knows its Java version.";
    }

    private static BitSet bits(@Nullable ExecutionData hits) {
        BitSet bits = new BitSet();
        if (hits != null) {
            boolean[] probes = hits.getProbes();
            for (int i = 0; i < probes.length; i++) {
                bits.set(i, probes[i]);
            }
        }
        return bits;
    }
}
