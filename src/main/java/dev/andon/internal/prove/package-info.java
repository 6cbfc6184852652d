/**
 * Proves the tests of services: injects one fault at a time into the methods of a service, in a JVM of its own, and sees
 * whether the tests that run the method turn red.
 */
@NullMarked
package dev.andon.internal.prove;

import org.jspecify.annotations.NullMarked;
