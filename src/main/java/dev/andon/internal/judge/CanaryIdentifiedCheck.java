package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.require.Practice;
import java.util.List;

/** Judges whether a canary identifies itself in every request. */
final class CanaryIdentifiedCheck extends CanaryProofCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.CANARY, "canary-identified");

    static final FindingTemplate IDENTIFIED = new FindingTemplate(
            "identified", "identified itself in {count?the:each of} {count:request} seen on the wire");
    static final FindingTemplate NO_HTTP = new FindingTemplate("no-http", "it sends no HTTP requests");
    static final FindingTemplate INVALID_NAME = new FindingTemplate(
            "invalid-name",
            "@Canary(name = \"{name}\") on {canary} cannot be sent in a header",
            "write lower-case letters, digits and dashes, or leave it out");
    static final FindingTemplate ANONYMOUS = new FindingTemplate(
            "anonymous",
            "{canary} does not identify itself, as seen on the wire: {requests}",
            "send its requests through CanaryClient; by other means, add CanarySteps.userAgent(), traceparent() and "
                    + "tracestate()");
    static final FindingTemplate NOT_ALL_SEEN = new FindingTemplate(
            "not-all-seen",
            "not all requests of {canary} were seen: {controlRun}",
            "let it pass against a healthy service first");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    String consequence() {
        return ", so its requests were never seen";
    }

    @Override
    List<Result> proven(KnownCanary canary, Proven proof, BuildEvidence evidence) {
        return List.of(judge(canary, proof.report()));
    }

    private static Result judge(KnownCanary canary, ProofReport proof) {
        List<String> tests = List.of(canary.name());
        String name = canary.written().name();
        if (!name.isEmpty() && !CanaryName.valid(name)) {
            return Result.violated(INVALID_NAME.with("name", name, "canary", canary.label()), tests);
        }
        if (!proof.anonymous().isEmpty()) {
            return Result.violated(
                    ANONYMOUS.with("canary", canary.label(), "requests", String.join("; ", proof.anonymous())), tests);
        }
        if (!passedControlRun(proof)) {
            return Result.undecided(
                    NOT_ALL_SEEN.with("canary", canary.label(), "controlRun", controlRun(proof)), tests);
        }
        if (proof.requests().isEmpty()) {
            return neverContacted(canary, proof) ? neverContacted(canary) : Result.notApplicable(NO_HTTP.with());
        }
        return Result.met(IDENTIFIED.with("count", proof.requests().size()), tests);
    }
}
