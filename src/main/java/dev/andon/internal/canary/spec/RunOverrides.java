package dev.andon.internal.canary.spec;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Settings of one run that its canary cannot read: a proof shortens the timeout in this way, so that a canary reads the same
 * configuration as in production.
 */
public final class RunOverrides {
    /** The tolerance in place of the one that a canary declares. */
    public static final String TOLERANCE = "andon.canary.tolerance";

    private static final ThreadLocal<Map<String, String>> CURRENT = ThreadLocal.withInitial(Map::of);

    private RunOverrides() {}

    /** Returns the value of a key in the runs that this thread has started. */
    public static Optional<String> value(String key) {
        return Optional.ofNullable(CURRENT.get().get(key));
    }

    /** Runs something with these values. */
    public static <T> T with(Map<String, String> values, Supplier<T> run) {
        Map<String, String> before = CURRENT.get();
        CURRENT.set(Map.copyOf(values));
        try {
            return run.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
