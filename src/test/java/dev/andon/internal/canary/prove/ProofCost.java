package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a proof costs: {@code mvn -Pbench -DskipTests test-compile exec:exec@proof}. The canary (post,
 * change, read back, delete) and the service that answers at once are those of the tests.
 */
public final class ProofCost {
    private ProofCost() {}

    public static void main(String[] args) throws IOException {
        try (LittleService shop = LittleShop.open()) {
            long cold = proof(shop);
            long[] warm = new long[20];
            for (int i = 0; i < warm.length; i++) {
                warm[i] = proof(shop);
            }
            Map<String, String> target =
                    Map.of("andon.canary.target", shop.uri().toString());
            int runs = 1_000;
            long from = System.nanoTime();
            for (int i = 0; i < runs; i++) {
                NestedRun.Result run = NestedRun.of(GoodCanary.class, target);
                if (!run.healthy()) {
                    throw new IllegalStateException("a false alarm: " + run);
                }
            }
            double each = (System.nanoTime() - from) / 1e6 / runs;
            long[] sorted = IntStream.range(0, warm.length)
                    .mapToLong(i -> warm[i])
                    .sorted()
                    .toArray();
            System.out.printf(
                    "a proof of all faults: first %d ms, then median %d ms, longest %d ms of %d%n",
                    cold, sorted[sorted.length / 2], sorted[sorted.length - 1], sorted.length);
            System.out.printf(
                    "a control run: %.1f ms on average of %d; %d threads at the end%n",
                    each, runs, Thread.activeCount());
        }
    }

    private static long proof(LittleService shop) throws IOException {
        long from = System.nanoTime();
        CanaryProver proof = new CanaryProver(ArtefactCode.of(GoodCanary.class), shop.uri(), Map.of());
        proof.controlRuns();
        for (Fault fault : Fault.values()) {
            FaultVerdict verdict =
                    ProofVerdict.summary(fault, proof.inject(fault)).verdict();
            boolean without = fault.id().startsWith("certificate") && verdict == FaultVerdict.NOT_APPLICABLE;
            if (verdict != FaultVerdict.DETECTED && !without) {
                throw new IllegalStateException(fault + ": " + verdict);
            }
        }
        return (System.nanoTime() - from) / 1_000_000;
    }
}
