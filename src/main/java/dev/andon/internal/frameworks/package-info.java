/**
 * What Andon knows about frameworks and libraries: one class per framework in one ordered list, {@link
 * dev.andon.internal.frameworks.Frameworks#ALL}. Everything is known by name, so that no framework is loaded and none is
 * a dependency. Imports {@code bytecode}, {@code text} and the enums of {@code dev.andon}.
 */
@NullMarked
package dev.andon.internal.frameworks;

import org.jspecify.annotations.NullMarked;
