/** Records each run of a canary as one line of JSON, in one file for each JVM. Imports the public canary package. */
@NullMarked
package dev.andon.internal.canary.record;

import org.jspecify.annotations.NullMarked;
