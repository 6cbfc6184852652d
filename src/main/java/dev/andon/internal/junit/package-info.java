/**
 * Connects Andon to JUnit: runs readiness classes last, detects those that would not run, turns results into tests, and
 * finds out which tests a run selected. Imports JUnit and the readiness packages.
 */
@NullMarked
package dev.andon.internal.junit;

import org.jspecify.annotations.NullMarked;
