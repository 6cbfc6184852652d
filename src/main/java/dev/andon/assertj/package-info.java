/**
 * AssertJ assertions on {@link dev.andon.Readiness}, for those who have AssertJ on their class path. Imports the public
 * types of {@code dev.andon} and no room.
 */
@NullMarked
package dev.andon.assertj;

import org.jspecify.annotations.NullMarked;
