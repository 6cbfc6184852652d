package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Applies waivers to the rows that fail, and judges the waivers themselves. */
final class Waivers {
    static final String ID = "waivers";

    private final List<Demands.Waiver> waivers;
    private final LocalDate today;
    private final Set<Demands.Waiver> used = new LinkedHashSet<>();

    Waivers(List<Demands.Waiver> waivers, LocalDate today) {
        this.waivers = waivers;
        this.today = today;
    }

    PracticeResult apply(Service service, PracticeResult result) {
        return apply(result, waiver -> names(waiver.service(), service));
    }

    PracticeResult applyToCodebase(PracticeResult result) {
        return apply(result, waiver -> waiver.service().isEmpty());
    }

    private PracticeResult apply(PracticeResult result, Predicate<Demands.Waiver> meant) {
        if (!result.verdict().fails()) {
            return result;
        }
        Optional<Demands.Waiver> waiver = waivers.stream()
                .filter(candidate -> candidate.practice().id().equals(result.id()))
                .filter(meant)
                .findFirst();
        waiver.ifPresent(used::add);
        return waiver.filter(valid -> !valid.until().isBefore(today))
                .map(valid -> new PracticeResult(
                        result.id(),
                        Verdict.WAIVED,
                        result.evidence(),
                        result.tests(),
                        "waived until " + valid.until() + " by " + valid.owner() + ": " + valid.reason() + " ("
                                + result.found() + ")",
                        result.mend()))
                .orElse(result);
    }

    private static boolean names(String written, Service service) {
        return !written.isEmpty()
                && (service.name().equals(written)
                        || Names.simple(service.name()).equals(written)
                        || service.routes().stream()
                                .anyMatch(route -> route.toString().equals(written)));
    }

    /** The row of the waivers themselves; none where there are none. */
    Optional<PracticeResult> judge() {
        if (waivers.isEmpty()) {
            return Optional.empty();
        }
        List<String> faults = new ArrayList<>();
        for (Demands.Waiver waiver : waivers) {
            String words = "@Waive(practice = \"" + waiver.practice().id() + "\""
                    + (waiver.service().isEmpty() ? "" : ", service " + Names.simple(waiver.service())) + ") of "
                    + waiver.owner();
            if (waiver.until().isBefore(today)) {
                faults.add(words + " expired on " + waiver.until());
            } else if (!used.contains(waiver)) {
                faults.add(words + " is not needed: no such row fails");
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
                                "mend what was waived and remove the waiver; or agree on a new date with its owner"));
    }
}
