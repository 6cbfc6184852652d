/**
 * Judges a built project from its folders alone, without JUnit: finds its modules, reads its poms, and runs the same
 * assessment as a running build.
 */
@NullMarked
package dev.andon.internal.audit;

import org.jspecify.annotations.NullMarked;
