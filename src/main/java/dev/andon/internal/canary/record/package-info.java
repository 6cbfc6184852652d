/** What is kept of a run: one line of JSON, in one file for each JVM. Imports the public canary package. */
@NullMarked
package dev.andon.internal.canary.record;

import org.jspecify.annotations.NullMarked;
