/**
 * Collects evidence about the tests of a build: which tests ran (ledger, reports), which services they reach (links),
 * whether they assert, which lines they executed (coverage), what changed, and what canaries do. Judges nothing. Imports
 * {@code bytecode} and {@code discover}; its listener alone imports the JUnit launcher.
 */
@NullMarked
package dev.andon.internal.evidence;

import org.jspecify.annotations.NullMarked;
