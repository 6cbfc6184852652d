package dev.andon.internal.audit.maven;

import java.util.List;

/**
 * One execution of Surefire or Failsafe that is bound to a phase, and which classes it selects.
 *
 * @param plugin the plugin's artifact id
 * @param id the execution's id
 * @param phase the phase
 * @param includes the patterns of what it includes
 * @param excludes the patterns of what it excludes
 * @param groups the tags that it asks for; empty where it asks for none
 * @param excludedGroups the tags that it leaves out; empty where none
 * @param skippedBy what makes it skip all, such as {@code skipITs in the pom}; empty where nothing does
 */
record TestExecution(
        String plugin,
        String id,
        String phase,
        List<String> includes,
        List<String> excludes,
        String groups,
        String excludedGroups,
        String skippedBy) {

    /** Returns its name for a sentence. */
    String words() {
        return plugin + " (execution " + id + ")";
    }
}
