/**
 * Turns class files into facts, read with ASM and never loaded: declarations, annotations, and what methods do. One {@code
 * CodeGraph} answers which methods a call may run and what code is reachable; a {@code CallPolicy} says what is followed,
 * one set of {@code Limits} how far. Knows nothing of services, tests or practices.
 */
@NullMarked
package dev.andon.internal.bytecode;

import org.jspecify.annotations.NullMarked;
