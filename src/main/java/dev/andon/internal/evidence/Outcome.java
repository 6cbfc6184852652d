package dev.andon.internal.evidence;

/** How a test or a container of tests ended. */
public enum Outcome {
    /** It ran and passed. */
    SUCCESSFUL,
    /** It ran and failed. */
    FAILED,
    /** It began and gave up: an assumption did not hold. */
    ABORTED,
    /** It never began: disabled. */
    SKIPPED
}
