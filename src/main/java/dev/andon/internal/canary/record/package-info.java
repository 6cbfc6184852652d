/** What is kept of a run: one line of JSON, in a file for each JVM. Imports the wing's door. */
@NullMarked
package dev.andon.internal.canary.record;

import org.jspecify.annotations.NullMarked;
