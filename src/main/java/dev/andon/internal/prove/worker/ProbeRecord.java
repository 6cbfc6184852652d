package dev.andon.internal.prove.worker;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes during which test each probed method is called. Tests run one after another here, so a call in any thread belongs to
 * the test that runs; one between two tests belongs to the one before.
 */
final class ProbeRecord {

    private final Map<Integer, Set<String>> reached = new ConcurrentHashMap<>();
    private final Set<String> acted = ConcurrentHashMap.newKeySet();
    private volatile String current = "";

    /** Says what runs from now on: a test's unique id, or a class's name. */
    void runs(String what) {
        current = what;
    }

    void clear() {
        current = "";
        reached.clear();
        acted.clear();
    }

    void entered(int probe) {
        String now = current;
        if (!now.isEmpty()) {
            Set<String> in = reached.get(probe);
            if (in == null) {
                in = reached.computeIfAbsent(probe, number -> ConcurrentHashMap.newKeySet());
            }
            in.add(now);
        }
    }

    void acted() {
        acted.add(current);
    }

    Map<Integer, Set<String>> reached() {
        Map<Integer, Set<String>> copy = new TreeMap<>();
        reached.forEach((probe, in) -> copy.put(probe, Set.copyOf(in)));
        return copy;
    }

    Set<String> actedIn() {
        return Set.copyOf(acted);
    }
}
