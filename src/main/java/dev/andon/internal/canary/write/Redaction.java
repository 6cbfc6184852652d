package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryStepError;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Removes secrets from what a canary throws, since builds write it into their own files. */
final class Redaction {
    private final Secrets secrets;

    Redaction(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Returns the throwable itself where it holds no secret, else a similar one without secrets. */
    Throwable of(Throwable thrown) {
        return holdsSecret(thrown, seen()) ? copy(thrown, seen()) : thrown;
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private boolean holdsSecret(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return false;
        }
        String text = String.valueOf(thrown);
        if (!secrets.redact(text).equals(text) || holdsSecret(thrown.getCause(), seen)) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (holdsSecret(suppressed, seen)) {
                return true;
            }
        }
        return false;
    }

    private Throwable copy(Throwable thrown, Set<Throwable> seen) {
        seen.add(thrown);
        String message = String.valueOf(thrown.getMessage());
        Throwable copy;
        if (thrown instanceof TestAbortedException) {
            copy = new TestAbortedException(secrets.redact(message));
        } else if (thrown instanceof AssertionError) {
            copy = new CanaryStepError(secrets.redact(message));
        } else {
            copy = new CanaryStepError(secrets.redact(String.valueOf(thrown)));
        }
        copy.setStackTrace(thrown.getStackTrace());
        if (thrown.getCause() != null && !seen.contains(thrown.getCause())) {
            copy.initCause(copy(thrown.getCause(), seen));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed, seen));
            }
        }
        return copy;
    }
}
