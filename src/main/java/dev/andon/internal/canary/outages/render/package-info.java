/** Writes outage reports as text, Markdown, CSV, JSON and HTML. Imports {@code outages} and {@code text}. */
@NullMarked
package dev.andon.internal.canary.outages.render;

import org.jspecify.annotations.NullMarked;
