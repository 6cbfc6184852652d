package dev.andon.internal.evidence.ledger;

/**
 * Tracks whether a thread runs a test. A launcher that a test starts itself (to try an extension, to prove a canary
 * under faults) is no part of the build's run: it is neither recorded nor asked how it was selected.
 */
public final class Nesting {

    /** The one of this JVM. */
    public static final Nesting OF_THIS_JVM = new Nesting();

    // Inheritable, since a test may start its launcher on a thread of its own, as a preemptive timeout does.
    private final InheritableThreadLocal<Integer> depth = new InheritableThreadLocal<>();

    public boolean insideTest() {
        Integer current = depth.get();
        return current != null && current > 0;
    }

    void enter() {
        Integer current = depth.get();
        depth.set(current == null ? 1 : current + 1);
    }

    void leave() {
        Integer current = depth.get();
        if (current == null || current <= 1) {
            depth.remove();
        } else {
            depth.set(current - 1);
        }
    }

    // Engines that finish a test on another thread than they began it on would leave this one inside for good.
    void reset() {
        depth.remove();
    }
}
