/**
 * Records test runs and reads them again: the listener that writes the ledger, the readers of ledgers and of Surefire's,
 * Failsafe's and Gradle's reports, and what makes either too old to count. It judges nothing and never breaks a test run.
 * Since it is part of every test run, it loads neither ASM nor ArchUnit nor JaCoCo.
 */
@NullMarked
package dev.andon.internal.evidence.ledger;

import org.jspecify.annotations.NullMarked;
