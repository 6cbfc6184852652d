/**
 * The room that judges a built project from its folder alone, without JUnit. Imports {@code bytecode}, {@code discover},
 * {@code judge} and the corridor {@code readiness}.
 */
@NullMarked
package dev.andon.internal.audit;

import org.jspecify.annotations.NullMarked;
