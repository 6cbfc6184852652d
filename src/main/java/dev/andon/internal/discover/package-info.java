/**
 * Finds the services, the canaries and the test classes of a build, and the kind of each test class. Imports the public
 * data types of {@code dev.andon}, {@code formats}, {@code bytecode} and {@code frameworks}.
 */
@NullMarked
package dev.andon.internal.discover;

import org.jspecify.annotations.NullMarked;
