/**
 * Determines which test class ran which lines. One half works while tests run: {@code AttributionListener} and
 * what it needs, which import the JUnit launcher and the JDK alone. The other half reads what the first left in JaCoCo's
 * exec files, and imports {@code org.jacoco.core}, {@code bytecode} and {@code discover}. The first half never touches
 * the second.
 */
@NullMarked
package dev.andon.internal.evidence.coverage;

import org.jspecify.annotations.NullMarked;
