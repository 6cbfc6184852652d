/**
 * Connects the public packages with what implements them, so that no package imports its own users: extensions that
 * annotations name, each of which hands its calls to an implementation found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.andon.internal.spi;

import org.jspecify.annotations.NullMarked;
