/**
 * The canary log: writes its lines, reads them again, and carries a run from the extension to JUnit's listeners. The lines
 * themselves are {@link dev.andon.internal.formats.CanaryLogLine}. Imports {@code formats} and {@code files}.
 */
@NullMarked
package dev.andon.internal.canary.record;

import org.jspecify.annotations.NullMarked;
