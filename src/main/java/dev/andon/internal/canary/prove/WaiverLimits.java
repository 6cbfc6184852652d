package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import dev.andon.internal.formats.ProofReport.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many faults a canary may waive: a third of those that can be injected, and no kind as a whole. Pure.
 *
 * @param waivers as they are written on the canary
 * @param applicable for each fault, the names of the requests into whose responses it can be injected
 */
record WaiverLimits(List<WaiveFault> waivers, Map<Fault, List<Names>> applicable) {
    /** By what a waiver may name a request: as it is shown, with or without its secrets, and as it was sent. */
    record Names(List<String> all) {
        boolean beginsWith(String request) {
            return all.stream().anyMatch(name -> name.startsWith(request));
        }
    }

    private static final int ONE_OF = 3;
    private static final int SHORTEST_REASON = 8;
    private static final Set<String> FILLERS = Set.of(
            "notapplicable",
            "notneeded",
            "notrelevant",
            "notimportant",
            "doesnotapply",
            "irrelevant",
            "ignoreit",
            "ignored",
            "tobedone",
            "temporary",
            "falsepositive",
            "falsealarm",
            "noreason",
            "knownissue",
            "fixlater",
            "willfixlater",
            "dontcare",
            "whatever",
            "placeholder",
            "becauseitfails",
            "unnecessary",
            "notrequired");

    /** Returns the waiver of a fault of a request. */
    Optional<WaiveFault> of(Fault fault, Names request) {
        return waivers.stream()
                .filter(waiver -> waiver.value() == fault && request.beginsWith(waiver.request()))
                .findFirst();
    }

    /** Returns whether a reason tells nothing. */
    static boolean isFiller(String reason) {
        String letters = reason.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        boolean cjk = letters.chars().anyMatch(c -> c > 0x2E80);
        return (!cjk && letters.length() < SHORTEST_REASON)
                || FILLERS.contains(letters)
                || letters.chars().distinct().count() < 3;
    }

    /** Returns what is wrong with the waivers. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (WaiveFault waiver : waivers) {
            boolean used = applicable.getOrDefault(waiver.value(), List.of()).stream()
                    .anyMatch(request -> request.beginsWith(waiver.request()));
            if (!used) {
                problems.add(new Problem(
                        "waiver-unused",
                        "waives " + waiver.value().id()
                                + (waiver.request().isEmpty() ? "" : " for " + waiver.request())
                                + ", which matches no fault that can be injected",
                        "remove the @WaiveFault, or correct its request"));
            }
            if (isFiller(waiver.reason())) {
                problems.add(new Problem(
                        "waiver-without-reason",
                        "waives " + waiver.value().id() + " with the reason \"" + waiver.reason()
                                + "\", which does not tell why",
                        "say why no user would suffer from this fault, or let the canary detect it"));
            }
        }
        tooMany().ifPresent(problems::add);
        wholeKind().ifPresent(problems::add);
        return problems;
    }

    private Optional<Problem> tooMany() {
        long all = applicable.values().stream().mapToLong(List::size).sum();
        long waived = applicable.entrySet().stream().mapToLong(this::waived).sum();
        return waived * ONE_OF <= all
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "waives-too-much",
                                "waives " + waived + " of " + all
                                        + " faults that can be injected, where a third is allowed",
                                "let the canary detect more of them: check the status and a value of each response that matters"));
    }

    private long waived(Map.Entry<Fault, List<Names>> entry) {
        return entry.getValue().stream()
                .filter(request -> of(entry.getKey(), request).isPresent())
                .count();
    }

    private Optional<Problem> wholeKind() {
        Map<Fault.Kind, List<Map.Entry<Fault, List<Names>>>> kinds = new EnumMap<>(Fault.Kind.class);
        applicable.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .forEach(entry -> kinds.computeIfAbsent(entry.getKey().kind(), kind -> new ArrayList<>())
                        .add(entry));
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().size() > 1)
                .filter(kind -> kind.getValue().stream()
                        .allMatch(entry -> waived(entry) == entry.getValue().size()))
                .findFirst()
                .map(kind -> new Problem(
                        "waives-a-kind",
                        "waives every fault of the kind " + kind.getKey().name().toLowerCase(Locale.ROOT),
                        "let the canary detect at least one of them"));
    }
}
