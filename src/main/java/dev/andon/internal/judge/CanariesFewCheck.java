package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges whether canaries are few, since each run costs money. */
final class CanariesFewCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.SERVICE, "canaries-few");

    private static final String OF_SERVICE = "{count:canary}, where {max} {max?is:are} allowed: {canaries}";
    private static final String RUNS =
            "{count:canary} {count?runs:run} {runs} times a month, where {allowed} are allowed";

    static final FindingTemplate NO_CANARY = new FindingTemplate("no-canary", "no canary watches it");
    static final FindingTemplate FEW = new FindingTemplate("few", OF_SERVICE);
    static final FindingTemplate TOO_MANY = new FindingTemplate(
            "too-many",
            OF_SERVICE,
            "keep those of the operations that users cannot do without, and make end-to-end tests of the others; "
                    + "or raise @RequireCanaries(max = …)");
    static final FindingTemplate WITHIN_BUDGET = new FindingTemplate("within-budget", RUNS);
    static final FindingTemplate OVER_BUDGET = new FindingTemplate(
            "over-budget",
            RUNS + ": {canaries}",
            "run the less urgent ones less often, or remove some; or raise @RequireCanaries(runsPerMonth = …)");
    static final FindingTemplate INTERVAL_UNKNOWN = new FindingTemplate(
            "interval-unknown",
            RUNS + "; how often {unknown} {unknownCount?runs:run} is not known",
            "give each an interval: @Canary(every = \"1m\")");

    private static final Duration MONTH = Duration.ofDays(30);

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        Requirements.CanaryBudget budget = requirements.canaries().orElse(Requirements.CanaryBudget.DEFAULT);
        if (subject instanceof Subject.OfService of) {
            return List.of(ofService(of.service(), evidence.canaries(), requirements.operations(), budget.max()));
        }
        return subject instanceof Subject.CodeBase && !evidence.canaries().isEmpty()
                ? List.of(ofCodebase(evidence.canaries(), budget.runsPerMonth()))
                : List.of();
    }

    private static Result ofService(
            Service service, List<KnownCanary> canaries, List<Requirements.Operation> operations, int max) {
        List<KnownCanary> own = canaries.stream()
                .filter(canary -> watches(canary, service, operations))
                .toList();
        if (own.isEmpty()) {
            return Result.notApplicable(NO_CANARY.with());
        }
        boolean few = own.size() <= max;
        Finding finding = (few ? FEW : TOO_MANY)
                .with(
                        "count",
                        own.size(),
                        "max",
                        max,
                        "canaries",
                        own.stream().map(KnownCanary::label).toList());
        return few ? Result.met(finding, names(own)) : Result.violated(finding, names(own));
    }

    private static boolean watches(KnownCanary canary, Service service, List<Requirements.Operation> operations) {
        return OperationMatcher.hasRoute(service, canary.written().route())
                || operations.stream()
                        .anyMatch(operation ->
                                canary.isFor(operation.name()) && OperationMatcher.performs(service, operation));
    }

    private static Result ofCodebase(List<KnownCanary> canaries, long allowed) {
        long runs = canaries.stream()
                .flatMap(canary -> interval(canary).stream())
                .mapToLong(every -> Math.max(1, MONTH.dividedBy(every)))
                .sum();
        List<KnownCanary> unknown =
                canaries.stream().filter(canary -> interval(canary).isEmpty()).toList();
        FindingTemplate template = runs > allowed ? OVER_BUDGET : unknown.isEmpty() ? WITHIN_BUDGET : INTERVAL_UNKNOWN;
        Finding finding = template.with(
                "count",
                canaries.size(),
                "runs",
                (unknown.isEmpty() ? "" : "at least ") + String.format(Locale.ROOT, "%,d", runs),
                "allowed",
                String.format(Locale.ROOT, "%,d", allowed),
                "canaries",
                canaries.stream().map(CanariesFewCheck::withInterval).toList(),
                "unknown",
                unknown.stream().map(KnownCanary::label).toList(),
                "unknownCount",
                unknown.size());
        if (runs > allowed) {
            return Result.violated(finding, names(canaries));
        }
        return unknown.isEmpty() ? Result.met(finding, names(canaries)) : Result.undecided(finding, names(unknown));
    }

    private static String withInterval(KnownCanary canary) {
        return canary.label()
                + interval(canary)
                        .map(every -> " every " + Durations.text(every))
                        .orElse("");
    }

    private static Optional<Duration> interval(KnownCanary canary) {
        return Durations.parse(canary.written().every());
    }

    private static List<String> names(List<KnownCanary> canaries) {
        return canaries.stream().map(KnownCanary::name).toList();
    }
}
