package dev.andon.internal.canary.write;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A canary was given up where its answer is required: skipped, it would let a deployment pass that waits for it. */
final class NoResultError extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    NoResultError(TestAbortedException nothing) {
        super("nothing was learnt, though " + CanarySettings.REQUIRED + " is true: " + nothing.getMessage(), nothing);
        setStackTrace(nothing.getStackTrace());
    }
}
