package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Applies waivers to the rows that fail, and judges the waivers themselves. */
final class Waivers {
    static final String ID = "waivers";

    private final List<Requirements.Waiver> waivers;
    private final LocalDate today;
    private final Set<Requirements.Waiver> used = new LinkedHashSet<>();

    Waivers(List<Requirements.Waiver> waivers, LocalDate today) {
        this.waivers = waivers;
        this.today = today;
    }

    PracticeResult apply(Service service, PracticeResult result) {
        return apply(result, waiver -> names(waiver.service(), service) || namesTests(waiver, result));
    }

    PracticeResult applyToCodebase(PracticeResult result) {
        return apply(
                result, waiver -> waiver.tests().isEmpty() ? waiver.service().isEmpty() : namesTests(waiver, result));
    }

    private PracticeResult apply(PracticeResult result, Predicate<Requirements.Waiver> meant) {
        if (!result.verdict().fails()) {
            return result;
        }
        Optional<Requirements.Waiver> waiver = waivers.stream()
                .filter(candidate -> candidate.practice().id().equals(result.id()))
                .filter(meant)
                // One that was renewed may stand beside the one that expired.
                .max(Comparator.comparing(Requirements.Waiver::until));
        waiver.ifPresent(used::add);
        return waiver.filter(valid -> !valid.until().isBefore(today))
                .map(valid -> new PracticeResult(
                        result.id(),
                        Verdict.WAIVED,
                        result.evidence(),
                        result.tests(),
                        "waived until " + valid.until() + " by " + valid.owner() + ": " + valid.reason() + " ("
                                + result.found() + ")",
                        result.fix()))
                .orElse(result);
    }

    /** Whether all tests at fault, written as class or class and method, belong to the classes that a waiver names. */
    private static boolean namesTests(Requirements.Waiver waiver, PracticeResult result) {
        return !result.tests().isEmpty()
                && result.tests().stream().allMatch(test -> waiver.tests().stream()
                        .anyMatch(named -> test.equals(named) || test.startsWith(named + ".")));
    }

    private static boolean names(String written, Service service) {
        return !written.isEmpty()
                && (service.name().equals(written)
                        || ServiceLabels.simple(service.name()).equals(written)
                        || service.routes().stream()
                                .anyMatch(route -> route.toString().equals(written)));
    }

    /**
     * The row of the waivers themselves; none where there are none.
     *
     * @param subjects the services and canaries that have rows
     */
    Optional<PracticeResult> judge(Collection<Service> subjects) {
        if (waivers.isEmpty()) {
            return Optional.empty();
        }
        List<String> faults = new ArrayList<>();
        Set<String> fixes = new LinkedHashSet<>();
        for (Requirements.Waiver waiver : waivers) {
            String words = "@Waive(practices = \"" + waiver.practice().id() + "\""
                    + (waiver.service().isEmpty() ? "" : ", service " + ServiceLabels.simple(waiver.service()))
                    + (waiver.tests().isEmpty()
                            ? ""
                            : ", tests "
                                    + waiver.tests().stream()
                                            .map(ServiceLabels::simple)
                                            .collect(Collectors.joining(", ")))
                    + ") of "
                    + waiver.owner();
            if (waiver.until().isBefore(today)) {
                faults.add(words + " expired on " + waiver.until());
                fixes.add(
                        renewed(waiver)
                                ? "remove the waiver that expired: a later one stands beside it"
                                : "fix what was waived and remove the waiver, or agree on a new date with its owner");
            } else if (!waiver.service().isEmpty()
                    && subjects.stream().noneMatch(subject -> names(waiver.service(), subject))) {
                faults.add(words + " waives nothing: there is no service of that name");
                fixes.add(Nearest.to(ServiceLabels.simple(waiver.service()), simpleNames(subjects))
                        .map(near -> "did you mean " + near + "?")
                        .orElseGet(() -> "name one of " + String.join(", ", simpleNames(subjects)) + ", or remove it"));
            } else if (!used.contains(waiver)) {
                faults.add(words + " is not needed: no such row fails");
                fixes.add("remove the waiver that is not needed");
            }
        }
        return Optional.of(
                faults.isEmpty()
                        ? new PracticeResult(
                                ID,
                                Verdict.MET,
                                Evidence.NONE,
                                List.of(),
                                waivers.size() == 1
                                        ? "1 waiver, needed and not expired"
                                        : waivers.size() + " waivers, needed and not expired",
                                "")
                        : new PracticeResult(
                                ID,
                                Verdict.VIOLATED,
                                Evidence.NONE,
                                List.of(),
                                String.join("; ", faults),
                                String.join("; ", fixes)));
    }

    private boolean renewed(Requirements.Waiver expired) {
        return waivers.stream()
                .anyMatch(other -> other.practice() == expired.practice()
                        && other.service().equals(expired.service())
                        && other.tests().equals(expired.tests())
                        && !other.until().isBefore(today));
    }

    private static List<String> simpleNames(Collection<Service> subjects) {
        return subjects.stream()
                .map(subject -> ServiceLabels.simple(subject.name()))
                .sorted()
                .toList();
    }
}
