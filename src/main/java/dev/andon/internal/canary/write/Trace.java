package dev.andon.internal.canary.write;

import java.util.concurrent.ThreadLocalRandom;

/** How one run identifies itself in its requests: a trace for the run, a span for each step. */
record Trace(String id, String canary, String userAgent) {

    static String newId() {
        return hex() + hex();
    }

    static String newSpan() {
        return hex();
    }

    /** All zeros are invalid by the standard, so zero is replaced. */
    private static String hex() {
        long random = ThreadLocalRandom.current().nextLong();
        return String.format("%016x", random == 0 ? 1 : random);
    }

    String parent(String span) {
        return "00-" + id + "-" + span + "-01";
    }

    String state() {
        return "canary=" + canary;
    }
}
