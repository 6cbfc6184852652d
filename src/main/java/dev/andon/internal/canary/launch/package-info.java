/** Runs one canary by JUnit's launcher, apart from any build. Imports nothing of ours. */
@NullMarked
package dev.andon.internal.canary.launch;

import org.jspecify.annotations.NullMarked;
