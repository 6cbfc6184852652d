/** The command line, which hands a folder to {@code dev.andon.internal.audit} and prints. Imports picocli. */
@NullMarked
package dev.andon.cli;

import org.jspecify.annotations.NullMarked;
