/**
 * The room where class files become facts: declarations, annotations, calls and constants, read with ASM and never
 * loaded. Knows nothing of services, tests or practices. Imports ASM and the JDK.
 */
@NullMarked
package dev.andon.internal.bytecode;

import org.jspecify.annotations.NullMarked;
