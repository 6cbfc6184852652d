/** The main program of the JVM in which tests are proven: runs tests as it is told, one fault at a time. */
@NullMarked
package dev.andon.internal.prove.worker;

import org.jspecify.annotations.NullMarked;
