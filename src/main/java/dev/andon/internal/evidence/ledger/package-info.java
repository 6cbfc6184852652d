/**
 * The corner where a run is written down and read again: the listener that writes the ledger, the reader of ledgers,
 * the reader of Surefire's, Failsafe's and Gradle's reports, and what makes either stale. Never breaks a test run and
 * judges nothing. Imports the records of {@code evidence}, {@code bytecode.ClassRoot}, nanojson and the JDK; its listener
 * alone imports the JUnit launcher. Loads neither ASM nor ArchUnit nor JaCoCo, since it lives in every test run.
 */
@NullMarked
package dev.andon.internal.evidence.ledger;

import org.jspecify.annotations.NullMarked;
