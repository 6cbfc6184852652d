package dev.andon.internal.canary.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Lines that wait until the log can be written: the disk is full, or no descriptor is free. Bounded: the oldest go first. */
final class WaitingLines {
    /** In characters; a run has about 2,000, so this is more than a day of ten canaries that run once a minute. */
    private static final long USUAL = 32L << 20;

    private final long most;
    private final Deque<String> lines = new ArrayDeque<>();
    private long size;
    private long lost;

    WaitingLines() {
        this(USUAL);
    }

    WaitingLines(long most) {
        this.most = most;
    }

    void add(String line) {
        lines.addLast(line);
        size += line.length();
        while (size > most && lines.size() > 1) {
            removeFirst();
            lost++;
        }
    }

    Optional<String> first() {
        return Optional.ofNullable(lines.peekFirst());
    }

    void removeFirst() {
        String line = lines.removeFirst();
        size -= line.length();
    }

    /** Returns how many lines were given up since there were too many. */
    long lost() {
        return lost;
    }
}
