/**
 * Connects the public packages with their implementations without importing them: the extensions that public annotations
 * name. Each extension delegates to an implementation found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.andon.internal.spi;

import org.jspecify.annotations.NullMarked;
