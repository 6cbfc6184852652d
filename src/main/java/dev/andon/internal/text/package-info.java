/**
 * Small shared helpers for the readiness packages and the canary packages, which must not import each other: the output
 * folder, suggestions for misspelt names, and formatting of text. Imports only the JDK.
 */
@NullMarked
package dev.andon.internal.text;

import org.jspecify.annotations.NullMarked;
