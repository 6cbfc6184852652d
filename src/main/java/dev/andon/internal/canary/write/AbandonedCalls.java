package dev.andon.internal.canary.write;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The calls of canaries that did not end at their timeout, nor when they were interrupted: Java cannot stop their threads. */
public final class AbandonedCalls {
    private static final Map<String, List<Thread>> THREADS = new ConcurrentHashMap<>();

    private AbandonedCalls() {}

    static void add(String className, Thread thread) {
        THREADS.computeIfAbsent(className, key -> new CopyOnWriteArrayList<>()).add(thread);
    }

    /** Returns whether a call of a canary still hangs. */
    public static boolean hangs(String className) {
        List<Thread> threads = THREADS.getOrDefault(className, new CopyOnWriteArrayList<>());
        threads.removeIf(thread -> !thread.isAlive());
        return !threads.isEmpty();
    }

    /** Returns how many calls still hang. */
    public static int count() {
        return (int) THREADS.values().stream()
                .flatMap(List::stream)
                .filter(Thread::isAlive)
                .count();
    }
}
