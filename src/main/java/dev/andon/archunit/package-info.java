/**
 * The static practices as ArchUnit rules, for those who freeze and combine rules. Imports ArchUnit, the vocabulary of
 * {@code dev.andon} and the rooms up to {@code judge}.
 */
@NullMarked
package dev.andon.archunit;

import org.jspecify.annotations.NullMarked;
