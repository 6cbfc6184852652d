package dev.andon.internal.evidence;

import java.util.List;
import java.util.Map;

/**
 * All that the build ran, as far as ledgers and reports tell.
 *
 * @param classes the test classes that ran; a class that ran in several executions is here several times
 * @param stale runs of an earlier build, or older than the class files: no evidence, yet worth a word where they would
 *     have been
 * @param problems what could not be read or may not count, each a sentence that names file, cause and fix
 * @param undated runs of which it cannot be determined whether they are of the class files of today
 * @param absences why test classes left no result, by their names, where the build's files tell
 */
public record TestRuns(
        List<ClassRun> classes,
        List<ClassRun> stale,
        List<String> problems,
        List<ClassRun> undated,
        Map<String, NotRunReason> absences) {

    public TestRuns(List<ClassRun> classes, List<ClassRun> stale, List<String> problems) {
        this(classes, stale, problems, List.of(), Map.of());
    }

    public TestRuns(List<ClassRun> classes, List<String> problems) {
        this(classes, List.of(), problems);
    }

    /** Returns the same with these runs of unknown age. */
    public TestRuns withUndated(List<ClassRun> runs) {
        return new TestRuns(classes, stale, problems, List.copyOf(runs), absences);
    }

    /** Returns the same with what is known of those that did not run. */
    public TestRuns explained(Map<String, NotRunReason> reasons) {
        return new TestRuns(classes, stale, problems, undated, reasons);
    }
}
