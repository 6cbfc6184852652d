package dev.andon.internal.evidence;

/**
 * Why a test class left no result, as far as the build's files tell.
 *
 * @param cause the cause
 * @param words what is to be said of it, to follow its name: {@code exists, but never runs: …}
 * @param fix how to fix it
 */
public record NotRunReason(Cause cause, String words, String fix) {
    /** What is to be said of a test class that Gradle did not run. */
    public static final String NO_TASK = "exists, but never runs: no task of this build left a result for it";

    /** The cause. */
    public enum Cause {
        /** No execution of the build runs it. */
        NO_EXECUTION,
        /** Only an execution of a profile runs it, and the profile is off. */
        PROFILE,
        /** An execution of the build runs it, and did not in this build. */
        NOT_THIS_TIME,
        /** It cannot be determined which executions there are. */
        UNKNOWN,
        /** What the build's files say can be read in two ways: what is missing may have been left out, or not. */
        UNDETERMINED
    }

    /** Returns why a test class left no result in a build of Gradle, whose scripts are not read. */
    public static NotRunReason noTask(Cause cause) {
        return new NotRunReason(
                cause,
                NO_TASK,
                "run `gradle check`, and check that a task of type Test has its source set and excludes neither its name nor its tag");
    }
}
