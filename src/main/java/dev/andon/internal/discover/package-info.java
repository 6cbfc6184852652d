/**
 * The room that finds the services, the canaries and the test classes of a build, and each test's kind. Imports the
 * vocabulary of {@code dev.andon}, the canaries' {@code spec} and {@code bytecode}.
 */
@NullMarked
package dev.andon.internal.discover;

import org.jspecify.annotations.NullMarked;
