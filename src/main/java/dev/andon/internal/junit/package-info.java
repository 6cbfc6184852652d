/**
 * Connects Andon to JUnit: runs readiness classes last, notices those that would not run, turns results into tests, and
 * learns how a run was selected. Imports JUnit, and what assesses readiness.
 */
@NullMarked
package dev.andon.internal.junit;

import org.jspecify.annotations.NullMarked;
