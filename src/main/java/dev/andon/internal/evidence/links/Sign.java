package dev.andon.internal.evidence.links;

/** What a method does to fail a test. */
enum Sign {
    /** It asserts or verifies. */
    ASSERTS,
    /** It notes a failure that counts only when somebody asks for all of them. */
    SOFT,
    /** It asks for all failures that were noted. */
    SOFT_ENDS,
    /** It throws an error of its own that says that an assertion failed. */
    THROWS
}
