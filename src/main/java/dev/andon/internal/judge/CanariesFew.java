package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.canary.spec.Durations;
import dev.andon.internal.discover.Service;
import dev.andon.internal.require.OperationText;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether canaries are few, since each run costs money: {@code canaries-few}. */
final class CanariesFew {
    private static final Duration MONTH = Duration.ofDays(30);

    private final List<KnownCanary> canaries;
    private final List<Requirements.Operation> operations;
    private final Requirements.CanaryBudget budget;

    CanariesFew(EvidenceIndex known, Requirements requirements) {
        this.canaries = known.canaries();
        this.operations = requirements.operations();
        this.budget = requirements.canaries().orElse(new Requirements.CanaryBudget(5, 250_000));
    }

    PracticeResult judge(Service service) {
        List<KnownCanary> own =
                canaries.stream().filter(canary -> watches(canary, service)).toList();
        if (own.isEmpty()) {
            return row(Verdict.NOT_APPLICABLE, own, "no canary watches it", "");
        }
        String found = own.size() + (own.size() == 1 ? " canary" : " canaries") + ", where " + budget.max()
                + (budget.max() == 1 ? " is" : " are") + " allowed: "
                + own.stream().map(KnownCanary::words).collect(Collectors.joining(", "));
        return own.size() <= budget.max()
                ? row(Verdict.MET, own, found, "")
                : row(
                        Verdict.VIOLATED,
                        own,
                        found,
                        "keep those of the operations that users cannot do without, and make end-to-end tests of the others; "
                                + "or raise @RequireCanaries(max = …)");
    }

    private boolean watches(KnownCanary canary, Service service) {
        boolean byOperation = operations.stream()
                .anyMatch(operation ->
                        canary.isFor(operation.name()) && OperationMatcher.performedBy(operation, service));
        return byOperation
                || service.routes().stream()
                        .anyMatch(route ->
                                OperationText.sameRoute(canary.written().route(), route.verb(), route.template()));
    }

    /** All canaries together. */
    Optional<PracticeResult> codebase() {
        if (canaries.isEmpty()) {
            return Optional.empty();
        }
        long runs = canaries.stream()
                .flatMap(canary -> every(canary).stream())
                .mapToLong(every -> Math.max(1, MONTH.dividedBy(every)))
                .sum();
        List<KnownCanary> unknown =
                canaries.stream().filter(canary -> every(canary).isEmpty()).toList();
        String found = String.format(
                Locale.ROOT,
                "%d %s run %s%,d times a month, where %,d are allowed",
                canaries.size(),
                canaries.size() == 1 ? "canary" : "canaries",
                unknown.isEmpty() ? "" : "at least ",
                runs,
                budget.runsPerMonth());
        if (runs > budget.runsPerMonth()) {
            return Optional.of(
                    row(
                            Verdict.VIOLATED,
                            canaries,
                            found + ": "
                                    + canaries.stream()
                                            .map(CanariesFew::interval)
                                            .collect(Collectors.joining(", ")),
                            "run the less urgent ones less often, or remove some; or raise @RequireCanaries(runsPerMonth = …)"));
        }
        return Optional.of(
                unknown.isEmpty()
                        ? row(Verdict.MET, canaries, found, "")
                        : row(
                                Verdict.UNDECIDED,
                                unknown,
                                found + "; how often "
                                        + unknown.stream()
                                                .map(KnownCanary::words)
                                                .collect(Collectors.joining(", "))
                                        + (unknown.size() == 1 ? " runs" : " run") + " is not known",
                                "give each an interval: @Canary(every = \"1m\")"));
    }

    private static String interval(KnownCanary canary) {
        return canary.words()
                + every(canary).map(every -> " every " + Durations.text(every)).orElse("");
    }

    private static Optional<Duration> every(KnownCanary canary) {
        return Durations.parse(canary.written().every());
    }

    private static PracticeResult row(Verdict verdict, List<KnownCanary> canaries, String found, String fix) {
        return KnownCanary.row(Practice.CANARIES_FEW, verdict, canaries, found, fix);
    }
}
