/**
 * The room that places the readiness class in a test run: last among the classes of its JVM, knowing how the run was
 * selected, and never ignored in silence. Imports the JUnit launcher, Jupiter's API and {@code Nesting}.
 */
@NullMarked
package dev.andon.internal.junit;

import org.jspecify.annotations.NullMarked;
