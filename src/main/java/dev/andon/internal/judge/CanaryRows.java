package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.evidence.CanaryEvidence;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.require.Practice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Judges one canary by the practices on canaries. */
final class CanaryRows {
    private final CanaryEvidence findings;
    private final Assertions assertions;
    private final CanaryProofs proofs;

    CanaryRows(EvidenceIndex known, CanaryEvidence findings, Assertions assertions) {
        this.findings = findings;
        this.assertions = assertions;
        this.proofs = new CanaryProofs(known, findings);
    }

    PracticeResult judge(Practice practice, KnownCanary canary) {
        if (!CanaryRules.PRACTICES.contains(practice)) {
            return proofs.judge(practice, canary);
        }
        CanaryClass inCode = canary.inCode();
        return inCode == null ? recorded(practice, canary) : inCode(practice, inCode);
    }

    private PracticeResult inCode(Practice practice, CanaryClass canary) {
        CanaryCode code = Objects.requireNonNull(findings.codes().get(canary.name()), canary.name());
        List<String> tests = List.of(canary.name());
        return CanaryRules.fault(practice, canary, code, assertions)
                .map(fault -> new PracticeResult(
                        practice.id(), Verdict.VIOLATED, Evidence.NONE, tests, fault.found(), fault.fix()))
                .orElseGet(() -> new PracticeResult(
                        practice.id(),
                        Verdict.MET,
                        Evidence.NONE,
                        tests,
                        CanaryRules.good(practice, canary, code) + " (" + canary.location() + ")",
                        ""));
    }

    private PracticeResult recorded(Practice practice, KnownCanary canary) {
        RecordedCanary recorded = Objects.requireNonNull(canary.recorded());
        // What is a class of the system under test, the build that makes it knows better than the canary's.
        Optional<CanaryFault> dependent = practice == Practice.CANARY_INDEPENDENT
                ? CanaryRules.dependent(findings.reached().getOrDefault(canary.name(), List.of()))
                : Optional.empty();
        if (dependent.isPresent()) {
            return row(
                    practice,
                    Verdict.VIOLATED,
                    canary,
                    dependent.get().found(),
                    dependent.get().fix());
        }
        if (findings.outdated().contains(canary.name())) {
            return row(
                    practice,
                    Verdict.UNDECIDED,
                    canary,
                    recorded.source()
                            + (recorded.classes().isEmpty()
                                    ? " was written by an earlier version of Andon"
                                    : " is not of the canary's classes as they are now"),
                    "build its module, " + canary.module() + ", again with its tests and this version of Andon");
        }
        String again = "build its module, " + canary.module() + ", again with this version of Andon";
        if (practice == Practice.CANARY_INDEPENDENT && !recorded.tellsUses()) {
            String found = recorded.source() + " does not tell which classes it reaches";
            return row(practice, Verdict.UNDECIDED, canary, found, again);
        }
        return recorded.practices().stream()
                .filter(row -> row.id().equals(practice.id()))
                .findFirst()
                .map(row -> row(
                        practice,
                        row.verdict(),
                        canary,
                        "judged by its own module's build: "
                                + row.verdict().name().toLowerCase(Locale.ROOT) + ", " + row.found(),
                        row.verdict().fails()
                                ? "fix it in its own module, " + canary.module() + ", and build that again"
                                : ""))
                .orElseGet(() -> row(
                        practice,
                        Verdict.UNDECIDED,
                        canary,
                        "its own module's build did not judge it, as " + recorded.source() + " shows",
                        again));
    }

    private static PracticeResult row(
            Practice practice, Verdict verdict, KnownCanary canary, String found, String fix) {
        return KnownCanary.row(practice, verdict, List.of(canary), found, fix);
    }
}
