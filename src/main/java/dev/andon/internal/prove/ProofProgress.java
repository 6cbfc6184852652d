package dev.andon.internal.prove;

import java.time.Duration;

/** Is told how far a proof is. */
@FunctionalInterface
public interface ProofProgress {

    /** Tells nobody. */
    ProofProgress NONE = (done, all, left) -> {};

    /**
     * Called after each fault.
     *
     * @param done how many faults are judged
     * @param all how many there are
     * @param left about how long the others will take
     */
    void tell(int done, int all, Duration left);
}
