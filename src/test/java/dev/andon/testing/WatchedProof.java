package dev.andon.testing;

import dev.andon.internal.formats.InjectedOutage;
import dev.andon.internal.formats.InjectedOutage.StatedOutage;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.TriedTolerance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A proof by which nothing is to be said against alerts and outages of a canary. */
public final class WatchedProof {
    private WatchedProof() {}

    /** Returns the proof with a tolerance that alerts in an outage, and an outage within the stated bounds. */
    public static ProofReport of(ProofReport proof) {
        Instant from = Instant.parse("2026-01-02T03:04:05.100Z");
        Instant to = from.plusMillis(800);
        StatedOutage stated = new StatedOutage(Optional.of(from), from, to, Optional.of(to), 3, "It failed.");
        return proof.with(
                Optional.of(new TriedTolerance("3/5", false, 5, Optional.of(3))),
                Optional.of(new InjectedOutage("", "refused", from, to, 3, List.of(stated))));
    }
}
