package dev.andon.internal.evidence;

import java.util.List;

/**
 * All that the build ran, as far as ledgers and reports tell.
 *
 * @param classes the test classes that ran; a class that ran in several executions is here several times
 * @param problems what could not be read or may not count, each a sentence that names file, cause and mend
 */
public record Runs(List<ClassRun> classes, List<String> problems) {}
