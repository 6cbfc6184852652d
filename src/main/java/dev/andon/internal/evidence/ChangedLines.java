package dev.andon.internal.evidence;

import org.jspecify.annotations.Nullable;

/**
 * The changed lines, or why nobody knows them.
 *
 * @param since what the work tree was compared with, in words
 * @param coverage how many of them were covered; null where {@code unknown} says why not
 * @param newcomers the services and tests that the change brought
 * @param unknown why nobody knows; empty where they are known
 */
public record ChangedLines(String since, @Nullable ChangedCoverage coverage, NewClasses newcomers, String unknown) {}
