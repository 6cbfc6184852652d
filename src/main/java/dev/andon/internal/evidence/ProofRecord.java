package dev.andon.internal.evidence;

import dev.andon.internal.formats.ProofReport;
import java.time.Instant;

/** What the file of a proof says about one canary. */
public sealed interface ProofRecord {

    /** Returns the file. */
    String file();

    /** The file cannot be read. */
    record Unreadable(String file, String why) implements ProofRecord {}

    /** The proof is of an earlier build. */
    record Stale(String file, Instant at) implements ProofRecord {}

    /** The canary was proven in this build. */
    record Proven(String file, ProofReport report) implements ProofRecord {}
}
