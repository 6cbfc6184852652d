/** Adds up the reports of many projects, one after the other, in memory that does not grow with their number. */
@NullMarked
package dev.andon.internal.estate;

import org.jspecify.annotations.NullMarked;
