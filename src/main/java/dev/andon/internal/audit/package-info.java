/**
 * The room that judges a built project from its folder alone, without JUnit: finds its modules, and asks its poms. Imports
 * {@code bytecode}, {@code discover}, {@code evidence}, {@code judge} and the corridor {@code readiness}.
 */
@NullMarked
package dev.andon.internal.audit;

import org.jspecify.annotations.NullMarked;
