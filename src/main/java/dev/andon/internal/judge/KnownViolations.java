package dev.andon.internal.judge;

import dev.andon.PracticeFinding;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.formats.Baseline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the violations that a baseline knows from new ones. What cannot be determined is never known. */
public final class KnownViolations {
    private final Report report;
    private final Baseline baseline;
    private final Set<String> duplicateNames;

    private KnownViolations(Report report, Baseline baseline) {
        this.report = report;
        this.baseline = baseline;
        Set<String> names = new HashSet<>();
        this.duplicateNames = report.subjects()
                .map(ServiceResult::name)
                .filter(name -> !names.add(name))
                .collect(Collectors.toSet());
    }

    /** Returns the baseline of all violations in a report; those that an earlier one knows keep their day. */
    public static Baseline record(Report report, Baseline earlier, LocalDate today) {
        Map<Baseline.Entry, LocalDate> entries = new TreeMap<>();
        new KnownViolations(report, earlier)
                .violated()
                .forEach(entry -> entries.put(entry, earlier.since(entry).orElse(today)));
        return new Baseline(new TreeMap<>(entries));
    }

    /** Returns the entries that are violations no longer. One of which that cannot be determined is not among them. */
    public static Set<Baseline.Entry> fixed(Report report, Baseline baseline) {
        KnownViolations known = new KnownViolations(report, baseline);
        Set<Baseline.Entry> fixed = new TreeSet<>(baseline.entries().keySet());
        known.violated().forEach(fixed::remove);
        Set<Baseline.Entry> undecided = known.each((subject, result) -> isUndecided(result)
                        ? Stream.of(new Baseline.Entry(result.id(), subject, ""))
                        : Stream.<Baseline.Entry>empty())
                .collect(Collectors.toSet());
        fixed.removeIf(entry -> undecided.contains(new Baseline.Entry(entry.practice(), entry.subject(), "")));
        return fixed;
    }

    /** Returns the report in which known violations are baselined. */
    public static Report apply(Report report, Baseline baseline) {
        KnownViolations known = new KnownViolations(report, baseline);
        return report.mapped(
                subject -> new ServiceResult(
                        subject.name(),
                        subject.label(),
                        subject.module(),
                        subject.practices().stream()
                                .map(result -> known.apply(known.name(subject), result))
                                .toList()),
                result -> known.apply(Report.CODEBASE, result));
    }

    private static boolean isUndecided(PracticeResult result) {
        return result.verdict() == Verdict.UNDECIDED
                || result.findings().stream().anyMatch(finding -> finding.verdict() == Verdict.UNDECIDED);
    }

    private Stream<Baseline.Entry> violated() {
        return each((subject, result) -> !isBaselined(result)
                ? Stream.empty()
                : result.findings().stream()
                        .filter(finding -> finding.verdict() == Verdict.VIOLATED)
                        .flatMap(finding -> finding.keys().stream())
                        .map(key -> new Baseline.Entry(result.id(), subject, key)));
    }

    private <T> Stream<T> each(BiFunction<String, PracticeResult, Stream<T>> map) {
        return Stream.concat(
                report.subjects().flatMap(subject -> subject.practices().stream()
                        .flatMap(result -> map.apply(name(subject), result))),
                report.codebase().stream().flatMap(result -> map.apply(Report.CODEBASE, result)));
    }

    /**
     * Returns whether a baseline may hold a violation: not where it is waived, not of lines that change with each commit,
     * and not of the run, the waivers and the baseline themselves.
     */
    private static boolean isBaselined(PracticeResult result) {
        return result.verdict().fails()
                && !result.id().equals(ChangedLinesCheck.PRACTICE.id())
                && PracticeChecks.CATALOGUE.find(result.id()).isPresent();
    }

    private String name(ServiceResult subject) {
        return duplicateNames.contains(subject.name())
                ? subject.name() + " (" + subject.module() + ")"
                : subject.name();
    }

    private PracticeResult apply(String subject, PracticeResult result) {
        if (!isBaselined(result)) {
            return result;
        }
        List<LocalDate> days = new ArrayList<>();
        List<PracticeFinding> left = new ArrayList<>();
        for (PracticeFinding finding : result.findings()) {
            List<String> fresh = finding.keys().stream()
                    .filter(key -> finding.verdict() != Verdict.VIOLATED
                            || baseline.since(new Baseline.Entry(result.id(), subject, key))
                                    .map(days::add)
                                    .isEmpty())
                    .toList();
            if (!fresh.isEmpty()) {
                left.add(onlyNew(finding, fresh));
            }
        }
        return days.isEmpty() ? result : left.isEmpty() ? known(result, days) : partlyKnown(result, left, days.size());
    }

    private static PracticeFinding onlyNew(PracticeFinding finding, List<String> fresh) {
        if (fresh.size() == finding.keys().size()) {
            return finding;
        }
        List<String> tests = finding.tests().stream()
                .filter(test -> fresh.stream().anyMatch(key -> key.endsWith(":" + test)))
                .toList();
        String names =
                fresh.stream().map(key -> key.substring(key.indexOf(':') + 1)).collect(Collectors.joining(", "));
        return new PracticeFinding(
                finding.verdict(), fresh, tests, "new: " + names + " (" + finding.found() + ")", finding.fix());
    }

    private static PracticeResult known(PracticeResult result, List<LocalDate> days) {
        return new PracticeResult(
                result.id(),
                Verdict.BASELINED,
                result.evidence(),
                result.tests(),
                result.finding(),
                "known since " + days.stream().min(LocalDate::compareTo).orElseThrow() + " (" + result.found() + ")",
                result.fix(),
                result.findings());
    }

    private static PracticeResult partlyKnown(PracticeResult result, List<PracticeFinding> left, int known) {
        Verdict verdict = left.stream().anyMatch(finding -> finding.verdict() == Verdict.VIOLATED)
                ? Verdict.VIOLATED
                : Verdict.UNDECIDED;
        List<PracticeFinding> worst =
                left.stream().filter(finding -> finding.verdict() == verdict).toList();
        return new PracticeResult(
                result.id(),
                verdict,
                result.evidence(),
                worst.stream()
                        .flatMap(finding -> finding.tests().stream())
                        .distinct()
                        .toList(),
                worst.stream()
                        .flatMap(finding -> finding.keys().stream())
                        .map(key -> key.split(":", 2)[0])
                        .distinct()
                        .collect(Collectors.joining(",")),
                worst.stream().map(PracticeFinding::found).distinct().collect(Collectors.joining("; "))
                        + "; besides, the baseline knows " + known,
                worst.stream()
                        .map(PracticeFinding::fix)
                        .filter(fix -> !fix.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                left);
    }
}
