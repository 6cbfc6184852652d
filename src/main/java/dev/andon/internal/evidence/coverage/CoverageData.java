package dev.andon.internal.evidence.coverage;

import dev.andon.internal.text.FirstFew;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;

/**
 * The contents of this build's exec files: which probes were hit, and by which test class, as far as that is known.
 *
 * @param byTestClass by the binary name of the top-level test class that alone was open
 * @param setUp what ran while a test class was set up, before its first test method, by the name of the class: that a
 *     framework started the application is no evidence that a test ran it
 * @param pooled where several test classes were open at once
 * @param unattributed of no test class: from before, between and after test classes, or from other tools
 * @param problems what could not be read, each a sentence that names file, cause and fix; its data is not in here
 * @param gaps why data that is in here could not be attributed, each a sentence
 * @param lost why data may be missing altogether, each a sentence
 * @param outdated the files that hold data of another build, which was left out
 */
public record CoverageData(
        Map<String, ExecutionDataStore> byTestClass,
        Map<String, ExecutionDataStore> setUp,
        List<Pooled> pooled,
        ExecutionDataStore unattributed,
        List<String> problems,
        List<String> gaps,
        List<String> lost,
        List<String> outdated) {

    private static final int SHOWN = 3;

    /**
     * Data of several test classes that ran at once.
     *
     * @param testClasses their binary names
     * @param data what they hit together
     */
    public record Pooled(Set<String> testClasses, ExecutionDataStore data) {}

    /** Returns whether any test class has data of its own. */
    public boolean isAttributed() {
        return !byTestClass.isEmpty() || !setUp.isEmpty();
    }

    /** Calls back with each test class and what ran in it, its set-up included; a class may occur twice. */
    void forEachTestClass(BiConsumer<String, ExecutionDataStore> consumer) {
        byTestClass.forEach(consumer);
        setUp.forEach(consumer);
    }

    /** Returns why nothing can be measured: what could not be read, or that there is nothing; empty if it can. */
    public List<String> obstacles() {
        if (!problems.isEmpty() || !isEmpty()) {
            return problems;
        }
        if (!lost.isEmpty()) {
            return lost;
        }
        return outdated.isEmpty()
                ? List.of("There is no coverage data on any class: run the tests under the JaCoCo agent.")
                : List.of("There is no coverage data of this build. " + String.join(" ", earlier()));
    }

    /**
     * Returns one sentence that names the files in which data of an earlier build was left out; empty if there was
     * none.
     */
    public List<String> earlier() {
        return outdated.isEmpty()
                ? List.of()
                : List.of("Data of an earlier build is not counted, in " + FirstFew.of(outdated, SHOWN)
                        + ": start with `clean`, or, where one build runs its tests in several jobs, give all of them the "
                        + "same andon.build-id.");
    }

    /** Returns the same, with the one cause of what could not be read. */
    public CoverageData because(String cause) {
        return new CoverageData(byTestClass, setUp, pooled, unattributed, List.of(cause), gaps, lost, outdated);
    }

    private boolean isEmpty() {
        return Stream.concat(
                        Stream.of(unattributed),
                        Stream.concat(
                                Stream.concat(byTestClass.values().stream(), setUp.values().stream()),
                                pooled.stream().map(Pooled::data)))
                .allMatch(store -> store.getContents().isEmpty());
    }

    /** Returns all data, attributed or not. */
    public ExecutionDataStore all() {
        ExecutionDataStore all = new ExecutionDataStore();
        forEachTestClass((test, data) -> merge(data, all));
        pooled.forEach(pool -> merge(pool.data(), all));
        merge(unattributed, all);
        return all;
    }

    /** Adds copies, because a store merges into the arrays that it was given first. */
    static void merge(ExecutionDataStore from, ExecutionDataStore into) {
        for (ExecutionData data : from.getContents()) {
            into.put(new ExecutionData(
                    data.getId(), data.getName(), data.getProbes().clone()));
        }
    }
}
