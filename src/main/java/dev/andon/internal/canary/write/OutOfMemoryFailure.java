package dev.andon.internal.canary.write;

import org.opentest4j.AssertionFailedError;

/** Stands for an {@link OutOfMemoryError}, at which JUnit would run no further canary. */
final class OutOfMemoryFailure extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    OutOfMemoryFailure(Throwable thrown) {
        super("OutOfMemoryError: " + thrown.getMessage() + "; nothing was learnt about the service: give the canaries'"
                + " JVM more memory, or look for a leak in a canary");
        setStackTrace(thrown.getStackTrace());
    }

    /** Returns such a failure where the memory was exhausted, else what was thrown. */
    static Throwable of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof OutOfMemoryError) {
                return new OutOfMemoryFailure(cause);
            }
            cause = cause.getCause();
        }
        return thrown;
    }
}
