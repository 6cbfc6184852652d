package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.formats.TriedTolerance;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether a failing canary alerts somebody who knows what to do, in an outage and not for one blip. The class file shows
 * whom; what its tolerance does, the proof has backtested.
 */
public final class CanaryAlertsCheck extends CanaryCodeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.WATCHED, Practice.Scope.CANARY, "canary-alerts");

    static final FindingTemplate ALERTS =
            new FindingTemplate("alerts", "pages {owner} after {tolerance}, runbook {runbook} ({location})");
    static final FindingTemplate INCOMPLETE =
            new FindingTemplate("incomplete", "@Canary on {canary} ({location}): {faults}", "{fixes}");

    static final FindingTemplate BACKTESTED = new FindingTemplate(
            "backtested",
            "in an outage pages {owner} after {runs:bad run} ({tolerance}), and nobody for one; runbook {runbook}");
    static final FindingTemplate ALERTS_ON_BLIP = new FindingTemplate(
            "alerts-on-blip",
            "@Canary on {canary}: by backtest, tolerance = \"{tolerance}\" pages on one failed run",
            "say how many failures of how many runs page, more than one: tolerance = \"3/5\"");
    static final FindingTemplate SILENT_IN_OUTAGE = new FindingTemplate(
            "silent-in-outage",
            "@Canary on {canary}: by backtest, tolerance = \"{tolerance}\" alerts nobody in an outage of {intervals} "
                    + "intervals",
            "let fewer failures page: tolerance = \"3/5\"");
    static final FindingTemplate NOT_BACKTESTED = new FindingTemplate(
            "not-backtested",
            "the tolerance \"{tolerance}\" of {canary} was not backtested: {why}",
            "prove the canary in this build, with this version of Andon");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Finding> faults(CanaryClass canary, CanaryCode code, Assertions assertions) {
        CanaryDeclaration written = canary.written();
        List<String> faults = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        if (written.owner().isBlank()) {
            faults.add("no owner");
            attributes.add("owner");
            fixes.add("name the team that is paged: owner = \"shop-team\"");
        }
        if (written.runbook().isBlank()) {
            faults.add("no runbook");
        } else if (!code.runbook().isEmpty()) {
            faults.add("the runbook \"" + written.runbook() + "\" " + code.runbook());
        }
        if (written.runbook().isBlank() || !code.runbook().isEmpty()) {
            attributes.add("runbook");
            fixes.add("write what to do when it fails, and name the URL or the file: runbook = \"docs/runbooks/"
                    + CanaryName.ofClass(canary.name()) + ".md\"");
        }
        tolerance(written.tolerance()).ifPresent(fault -> {
            faults.add(fault);
            attributes.add("tolerance");
            fixes.add("say how many failures of how many runs page, more than one: tolerance = \"3/5\"");
        });
        return faults.isEmpty()
                ? List.of()
                : List.of(INCOMPLETE
                        .with(
                                "canary",
                                ClassNames.simple(canary.name()),
                                "location",
                                canary.location(),
                                "faults",
                                String.join("; ", faults),
                                "fixes",
                                String.join("; ", fixes))
                        .identifiedBy(attributes));
    }

    @Override
    Finding good(CanaryClass canary, CanaryCode code) {
        return ALERTS.with(
                "owner",
                canary.written().owner(),
                "tolerance",
                canary.written().tolerance(),
                "runbook",
                canary.written().runbook(),
                "location",
                canary.location());
    }

    /** The build that knows no service proves no canary: the service's build backtests. */
    @Override
    List<Result> confirmed(List<Result> byCode, KnownCanary canary, BuildEvidence evidence) {
        ProofRecord proof = evidence.canaryEvidence().proofs().get(canary.name());
        if (proof == null && evidence.services().isEmpty()) {
            return byCode;
        }
        List<String> tests = List.of(canary.name());
        if (proof instanceof Proven proven) {
            return List.of(proven.report()
                    .tolerance()
                    .map(tried -> backtested(canary, tried))
                    .orElseGet(() -> Result.undecided(
                            notBacktested(canary, proven.file() + " was written by an earlier version"), tests)));
        }
        Finding finding = CanaryProofCheck.mayStillBeProven(evidence)
                ? CanaryProofCheck.NOT_YET_PROVEN.with(
                        "canary", canary.label(), "consequence", ", so its tolerance was not backtested", "earlier", "")
                : notBacktested(canary, "this build holds no proof of it");
        return List.of(Result.undecided(finding, tests));
    }

    private static Finding notBacktested(KnownCanary canary, String why) {
        return NOT_BACKTESTED.with("tolerance", canary.written().tolerance(), "canary", canary.label(), "why", why);
    }

    private static Result backtested(KnownCanary canary, TriedTolerance tried) {
        List<String> tests = List.of(canary.name());
        if (tried.alertsOnBlip()) {
            return Result.violated(
                    ALERTS_ON_BLIP.with("canary", canary.label(), "tolerance", tried.tolerance()), tests);
        }
        return tried.alertsAfter()
                .map(runs -> Result.met(
                        BACKTESTED.with(
                                "owner",
                                canary.written().owner(),
                                "runs",
                                runs,
                                "tolerance",
                                tried.tolerance(),
                                "runbook",
                                canary.written().runbook()),
                        tests))
                .orElseGet(() -> Result.violated(
                        SILENT_IN_OUTAGE.with(
                                "canary",
                                canary.label(),
                                "tolerance",
                                tried.tolerance(),
                                "intervals",
                                tried.intervals()),
                        tests));
    }

    private static Optional<String> tolerance(String text) {
        if (text.isBlank()) {
            return Optional.of("no tolerance");
        }
        Optional<Tolerance> tolerance = Tolerance.parse(text);
        if (tolerance.isEmpty()) {
            return Optional.of("tolerance = \"" + text + "\" is not a policy: write failures/runs, such as 3/5");
        }
        return tolerance
                .filter(Tolerance::tripsOnOne)
                .map(policy -> "tolerance = \"" + text + "\" pages on one failed run");
    }
}
