package dev.andon.internal.canary.write;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A canary was aborted where a result is required: a skipped test would let a deployment pass that waits for it. */
final class NoResultError extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    NoResultError(TestAbortedException nothing) {
        super("no result, although " + CanarySettings.REQUIRED + " is true: " + nothing.getMessage(), nothing);
        setStackTrace(nothing.getStackTrace());
    }
}
