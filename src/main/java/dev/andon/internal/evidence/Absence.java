package dev.andon.internal.evidence;

/**
 * Why a test class left no result, as far as the build's files tell.
 *
 * @param words what is to be said of it, to follow its name: {@code exists, but never runs: …}
 * @param mend how to mend it
 */
public record Absence(String words, String mend) {}
