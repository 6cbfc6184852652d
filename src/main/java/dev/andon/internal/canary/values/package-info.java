/**
 * Changes the values of a response's body, whatever its format, so that a proof can tell whether a canary checks them. Pure;
 * imports only the JDK and the JSON library.
 */
@NullMarked
package dev.andon.internal.canary.values;

import org.jspecify.annotations.NullMarked;
