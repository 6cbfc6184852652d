package dev.andon.internal.require;

import dev.andon.Evidence;
import dev.andon.TestKind;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code @RequireProof}, and what {@code @RequireTests} requires of proofs. */
final class ProofRequirementReader {
    private ProofRequirementReader() {}

    /**
     * Returns the requirements.
     *
     * @param evidence the evidence that is required of a kind of test
     */
    static List<ProofRequirement> read(ReadinessAnnotations annotations, Map<TestKind, Evidence> evidence) {
        List<ProofRequirement> read = new ArrayList<>(annotations
                .each("RequireProof")
                .map(ProofRequirementReader::read)
                .toList());
        evidence.forEach((kind, weakest) -> {
            if (weakest == Evidence.PROVEN
                    && read.stream().noneMatch(proof -> proof.kind() == kind && proof.appliesToAll())) {
                read.add(ProofRequirement.of(kind));
            }
        });
        return List.copyOf(read);
    }

    private static ProofRequirement read(AnnotationAttributes requirement) {
        TestKind kind = requirement.constant("kind").map(TestKind::valueOf).orElse(TestKind.INTEGRATION);
        if (kind == TestKind.CANARY) {
            throw requirement.misuse("kind", "CANARY", "canaries are proven by CanaryProof");
        }
        if (kind == TestKind.ANY) {
            throw requirement.misuse("kind", "ANY", "name one kind: UNIT, INTEGRATION or END_TO_END");
        }
        ProofRequirement others = ProofRequirement.of(kind);
        return new ProofRequirement(
                kind,
                requirement.types("services"),
                requirement.notBlanks("packages"),
                requirement.has("atLeast") ? requirement.share("atLeast") : others.atLeast(),
                requirement.has("budget") ? budget(requirement) : others.budget());
    }

    private static Duration budget(AnnotationAttributes requirement) {
        String written = requirement.text("budget");
        Optional<Duration> budget = Durations.parse(written);
        return budget.filter(duration -> !duration.isZero() && !duration.isNegative())
                .orElseThrow(() -> requirement.misuse("budget", written, "write a duration such as 30s or 2m"));
    }
}
