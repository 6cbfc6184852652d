package dev.andon.internal.evidence;

/**
 * Why a test class left no result, as far as the build's files tell.
 *
 * @param words what is to be said of it, to follow its name: {@code exists, but never runs: …}
 * @param fix how to fix it
 */
public record NotRunReason(String words, String fix) {}
