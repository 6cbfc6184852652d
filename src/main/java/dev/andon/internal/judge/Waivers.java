package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.Nearest;
import dev.andon.internal.text.Plural;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Applies waivers to results that fail, and judges the waivers themselves. */
final class Waivers {
    static final String ID = "waivers";

    static final FindingTemplate VALID = new FindingTemplate("valid", "{count:waiver}, needed and not expired");

    static final FindingTemplate EXPIRED = new FindingTemplate(
            "expired",
            "{waiver} expired on {until}",
            "fix what was waived and remove the waiver, or agree on a new date with its owner");

    static final FindingTemplate EXPIRED_AND_RENEWED = new FindingTemplate(
            "expired", "{waiver} expired on {until}", "remove the waiver that expired: a later one exists");

    static final FindingTemplate TOO_LATE = new FindingTemplate(
            "too-late",
            "{waiver} ends on {until}, more than a year ahead, so it waives nothing",
            "agree on a day within a year; what never applies is exempt by @ExemptPractice");

    static final FindingTemplate UNKNOWN_SERVICE = new FindingTemplate(
            "unknown-service", "{waiver} waives nothing: there is no service of that name", "{suggestion}");

    static final FindingTemplate NO_SERVICE = new FindingTemplate(
            "no-service",
            "{waiver} names no service, so it waives nothing: what fails, fails for services",
            "name those that it is for: services = {{services|5}}");

    static final FindingTemplate NOT_NEEDED = new FindingTemplate(
            "not-needed",
            "{waiver} is not needed: no such result fails",
            "remove it: a result in the baseline needs no waiver, and one that names several tests needs a waiver for each");

    private final List<Requirements.Waiver> waivers;
    private final LocalDate today;
    private final Set<Requirements.Waiver> used = new LinkedHashSet<>();
    /** What fails for services and canaries, by practice. */
    private final Map<String, Set<String>> failing = new HashMap<>();

    Waivers(List<Requirements.Waiver> waivers, LocalDate today) {
        this.waivers = waivers;
        this.today = today;
    }

    PracticeResult apply(Subject subject, PracticeResult result) {
        if (result.verdict().fails()) {
            failing.computeIfAbsent(result.id(), practice -> new TreeSet<>()).add(ClassNames.simple(subject.name()));
        }
        if (WaivedFaults.isAbout(result)) {
            List<Requirements.Waiver> ofSubject = waivers.stream()
                    .filter(waiver -> !waiver.faults().isEmpty())
                    .filter(waiver -> !waiver.namesServices() || names(waiver, subject))
                    .filter(waiver -> WaivedFaults.names(waiver, result))
                    .toList();
            used.addAll(ofSubject);
            Optional<Requirements.Waiver> all =
                    WaivedFaults.first(ofSubject.stream().filter(this::isValid).toList(), result);
            if (all.isPresent()) {
                return waived(result, all.get());
            }
        }
        return apply(
                result, waiver -> waiver.faults().isEmpty() && (names(waiver, subject) || namesTests(waiver, result)));
    }

    private boolean isValid(Requirements.Waiver waiver) {
        return !waiver.until().isBefore(today) && !waiver.endsTooLate(today);
    }

    PracticeResult applyToCodebase(PracticeResult result) {
        return apply(
                result,
                waiver -> waiver.tests().isEmpty()
                        ? !waiver.namesServices() && waiver.faults().isEmpty()
                        : namesTests(waiver, result));
    }

    /** Returns whether the waiver is for this service or canary, by its name, a route or a package. */
    static boolean names(Requirements.Waiver waiver, Subject subject) {
        return subject.isNamed(waiver.service()) || subject.isIn(waiver.inPackage());
    }

    private PracticeResult apply(PracticeResult result, Predicate<Requirements.Waiver> matches) {
        if (!result.verdict().fails()) {
            return result;
        }
        Optional<Requirements.Waiver> waiver = waivers.stream()
                .filter(candidate -> candidate.practice().id().equals(result.id()))
                .filter(matches)
                // One that was renewed may stand beside the one that expired.
                .max(Comparator.comparing(Requirements.Waiver::until));
        waiver.ifPresent(used::add);
        return waiver.filter(this::isValid).map(valid -> waived(result, valid)).orElse(result);
    }

    private static PracticeResult waived(PracticeResult result, Requirements.Waiver waiver) {
        return new PracticeResult(
                result.id(),
                Verdict.WAIVED,
                result.evidence(),
                result.tests(),
                result.finding(),
                "waived until " + waiver.until() + " by " + waiver.owner() + ": " + waiver.reason() + " ("
                        + result.found() + ")",
                result.fix(),
                result.findings());
    }

    /** Returns whether all tests at fault, each a class or a class and method, belong to classes that the waiver names. */
    private static boolean namesTests(Requirements.Waiver waiver, PracticeResult result) {
        return !result.tests().isEmpty()
                && result.tests().stream().allMatch(test -> waiver.tests().stream()
                        .anyMatch(named -> test.equals(named) || test.startsWith(named + ".")));
    }

    /**
     * Returns the results on the waivers themselves; none where there are no waivers.
     *
     * @param subjects the services and canaries that have results
     */
    List<Result> check(Collection<Subject> subjects) {
        if (waivers.isEmpty()) {
            return List.of();
        }
        List<Result> faults = new ArrayList<>();
        for (Requirements.Waiver waiver : waivers) {
            if (waiver.until().isBefore(today)) {
                faults.add(violated(renewed(waiver) ? EXPIRED_AND_RENEWED : EXPIRED, waiver, "until", waiver.until()));
            } else if (waiver.endsTooLate(today)) {
                faults.add(violated(TOO_LATE, waiver, "until", waiver.until()));
            } else if (waiver.namesServices() && subjects.stream().noneMatch(subject -> names(waiver, subject))) {
                faults.add(violated(UNKNOWN_SERVICE, waiver, "suggestion", suggestion(waiver, subjects)));
            } else if (!used.contains(waiver)
                    && !waiver.namesServices()
                    && waiver.tests().isEmpty()
                    && waiver.faults().isEmpty()
                    && failing.containsKey(waiver.practice().id())) {
                faults.add(violated(
                        NO_SERVICE,
                        waiver,
                        "services",
                        failing.getOrDefault(waiver.practice().id(), Set.of()).stream()
                                .map(name -> name + ".class")
                                .toList()));
            } else if (!used.contains(waiver)) {
                faults.add(violated(NOT_NEEDED, waiver, "until", waiver.until()));
            }
        }
        return faults.isEmpty() ? List.of(Result.met(VALID.with("count", waivers.size()))) : faults;
    }

    /** Returns a note on each waiver that ends soon: what it postpones fails the build then. */
    List<String> endingSoon() {
        return waivers.stream()
                .filter(waiver -> !waiver.until().isBefore(today) && waiver.endsSoon(today))
                .filter(waiver -> waivers.stream()
                        .noneMatch(
                                other -> isSame(other, waiver) && other.until().isAfter(waiver.until())))
                .map(waiver -> text(waiver) + " ends in "
                        + Plural.count(ChronoUnit.DAYS.between(today, waiver.until()), "day") + ", after "
                        + waiver.until() + ": fix what it postpones")
                .toList();
    }

    private static boolean isSame(Requirements.Waiver one, Requirements.Waiver other) {
        return one.practice().equals(other.practice())
                && one.service().equals(other.service())
                && one.inPackage().equals(other.inPackage())
                && one.tests().equals(other.tests())
                && one.faults().equals(other.faults());
    }

    private static Result violated(FindingTemplate template, Requirements.Waiver waiver, String name, Object value) {
        return Result.violated(template.with("waiver", text(waiver), name, value));
    }

    private static String text(Requirements.Waiver waiver) {
        return waiver.origin() + "(practices = \"" + waiver.practice().id() + "\""
                + (waiver.service().isEmpty() ? "" : ", service " + waiver.shownService())
                + (waiver.inPackage().isEmpty() ? "" : ", package " + waiver.inPackage())
                + (waiver.tests().isEmpty()
                        ? ""
                        : ", tests "
                                + waiver.tests().stream()
                                        .map(ClassNames::simple)
                                        .collect(Collectors.joining(", ")))
                + (waiver.faults().isEmpty() ? "" : ", faults " + String.join(", ", waiver.faults()))
                + ") of " + waiver.owner();
    }

    private static String suggestion(Requirements.Waiver waiver, Collection<Subject> subjects) {
        List<String> names = subjects.stream()
                .map(subject -> ClassNames.simple(subject.name()))
                .sorted()
                .toList();
        return Nearest.to(waiver.shownService(), names)
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> "name one of " + String.join(", ", names) + ", or remove it");
    }

    private boolean renewed(Requirements.Waiver expired) {
        return waivers.stream()
                .anyMatch(other -> isSame(other, expired) && !other.until().isBefore(today));
    }
}
