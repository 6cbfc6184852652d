/**
 * The static practices as ArchUnit rules, which can be frozen and combined with other rules. Imports ArchUnit, the public
 * types of {@code dev.andon}, and internal packages up to {@code judge}.
 */
@NullMarked
package dev.andon.archunit;

import org.jspecify.annotations.NullMarked;
