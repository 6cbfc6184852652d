package dev.andon.internal.canary.run;

import java.util.HashSet;
import java.util.Set;

/** Tells when every canary has run once more, red or green. Can be used by several threads. */
final class RoundPing {
    private final Set<String> all;
    private final Runnable ping;
    private final Set<String> completed = new HashSet<>();

    RoundPing(Set<String> all, Runnable ping) {
        this.all = Set.copyOf(all);
        this.ping = ping;
    }

    void completed(String canary) {
        synchronized (this) {
            completed.add(canary);
            if (!completed.containsAll(all)) {
                return;
            }
            completed.clear();
        }
        ping.run();
    }
}
