package dev.andon.internal.evidence;

import java.time.Instant;
import java.util.List;

/** What a proof file tells of one canary. */
public sealed interface ProofRecord {

    /** Returns the file. */
    String file();

    /** The file cannot be understood. */
    record Unreadable(String file, String why) implements ProofRecord {}

    /** The proof is of an earlier build. */
    record Stale(String file, Instant at) implements ProofRecord {}

    /**
     * The canary was proven in this build.
     *
     * @param undisturbed how it ended without any fault, for example {@code success}
     * @param reason why it ended so; empty for a success
     * @param asked whether it went to its target, or asked the configuration for another address
     * @param exchanges the requests that it made, seen on the wire
     * @param anonymous those that did not say who they are, with what they lacked
     * @param faults one entry for each fault, or for each fault and exchange
     */
    record Proven(
            String file,
            String undisturbed,
            String reason,
            boolean asked,
            List<String> exchanges,
            List<String> anonymous,
            List<Tried> faults)
            implements ProofRecord {}

    /** One fault that was tried. */
    record Tried(String fault, String does, Result result, String exchange, String reason) {}

    /** What came of a fault. */
    enum Result {
        DETECTED,
        SURVIVED,
        WAIVED,
        NOT_APPLICABLE
    }
}
