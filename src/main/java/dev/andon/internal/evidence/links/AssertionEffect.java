package dev.andon.internal.evidence.links;

/** A way in which a method can fail a test. */
enum AssertionEffect {
    /** It asserts or verifies. */
    ASSERTS,
    /** It records a failure that counts only if the recorded failures are reported later. */
    SOFT,
    /** It reports all failures that were recorded. */
    SOFT_ENDS,
    /** It creates and throws an error that says that an assertion failed. */
    THROWS
}
