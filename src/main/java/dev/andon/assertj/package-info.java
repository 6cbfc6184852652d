/**
 * AssertJ assertions on {@link dev.andon.Readiness}; they need AssertJ on the class path. Imports the public types of
 * {@code dev.andon} and no internal package.
 */
@NullMarked
package dev.andon.assertj;

import org.jspecify.annotations.NullMarked;
