/**
 * Assesses a build for one readiness class: from its declaration through discovery, evidence and judging to the report. The
 * JUnit integration and the command line call it. May import every readiness package, but not JUnit.
 */
@NullMarked
package dev.andon.internal.assess;

import org.jspecify.annotations.NullMarked;
