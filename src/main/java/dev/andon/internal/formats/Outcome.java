package dev.andon.internal.formats;

/** How a test or a container of tests ended. */
public enum Outcome {
    /** It ran and passed. */
    SUCCESSFUL,
    /** It ran and failed. */
    FAILED,
    /** It started and was aborted: an assumption did not hold. */
    ABORTED,
    /** It never started: disabled. */
    SKIPPED
}
