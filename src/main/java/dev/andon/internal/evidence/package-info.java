/**
 * The room that gathers what is known about the tests of a build: what ran (ledger, reports), what reaches which service
 * (links), what asserts, what executed which lines (coverage), what changed, what canaries do. Judges nothing. Imports
 * {@code bytecode} and {@code discover}; its listener alone imports the JUnit launcher.
 */
@NullMarked
package dev.andon.internal.evidence;

import org.jspecify.annotations.NullMarked;
