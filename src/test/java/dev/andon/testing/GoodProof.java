package dev.andon.testing;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.InjectedOutage;
import dev.andon.internal.formats.InjectedOutage.StatedOutage;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.TriedTolerance;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A made-up proof of a canary against which nothing is to be said. */
public final class GoodProof {
    /** The class of the canary. */
    public static final String CANARY = "com.acme.shop.canaries.PlaceCanary";

    private GoodProof() {}

    /** Returns the proof, in which one fault has another verdict. */
    public static ProofReport but(Instant at, Fault fault, FaultVerdict verdict) {
        Instant from = Instant.parse("2026-01-02T03:04:05.100Z");
        Instant to = from.plusMillis(800);
        StatedOutage stated = new StatedOutage(Optional.of(from), from, to, Optional.of(to), 3, "It failed.");
        return new ProofReport(
                CANARY,
                "place",
                "place an order",
                "",
                at,
                CanaryOutcome.SUCCESS,
                "",
                true,
                List.of("POST /orders"),
                List.of(),
                List.of(),
                "",
                "",
                "",
                Arrays.stream(Fault.values())
                        .map(one -> new FaultResult(
                                one, one == fault ? verdict : FaultVerdict.DETECTED, "POST /orders", ""))
                        .toList(),
                Optional.of(new TriedTolerance("3/5", false, 5, Optional.of(3))),
                Optional.of(new InjectedOutage("", "refused", from, to, 3, List.of(stated))));
    }
}
