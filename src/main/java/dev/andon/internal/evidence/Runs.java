package dev.andon.internal.evidence;

import java.util.List;

/**
 * All that the build ran, as far as ledgers and reports tell.
 *
 * @param classes the test classes that ran; a class that ran in several executions is here several times
 * @param stale runs of an earlier build, or older than the class files: no evidence, yet worth a word where they would
 *     have been
 * @param problems what could not be read or may not count, each a sentence that names file, cause and mend
 */
public record Runs(List<ClassRun> classes, List<ClassRun> stale, List<String> problems) {

    public Runs(List<ClassRun> classes, List<String> problems) {
        this(classes, List.of(), problems);
    }
}
