package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.require.Requirements;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies exemptions to the results of services and canaries, and judges the exemptions themselves. */
final class Exemptions {
    static final String ID = "exemptions";

    private final List<Requirements.Exemption> exemptions;
    private final Set<Requirements.Exemption> used = new LinkedHashSet<>();

    Exemptions(List<Requirements.Exemption> exemptions) {
        this.exemptions = exemptions;
    }

    /**
     * Returns the result of a service or canary, or that it is exempt: whatever was found, since the practice does not
     * apply. A practice that has no meaning for a service stays not applicable.
     */
    PracticeResult apply(String className, Collection<String> routes, PracticeResult result) {
        List<Requirements.Exemption> matching = exemptions.stream()
                .filter(exemption -> exemption.practice().id().equals(result.id()))
                .filter(exemption -> matches(exemption, className, routes))
                .toList();
        used.addAll(matching);
        if (matching.isEmpty() || result.verdict() == Verdict.NOT_APPLICABLE) {
            return result;
        }
        Requirements.Exemption first = matching.get(0);
        return new PracticeResult(
                result.id(),
                Verdict.EXEMPT,
                result.evidence(),
                result.tests(),
                "exempt by " + first.owner() + ": " + first.reason() + " (" + result.found() + ")",
                "");
    }

    private static boolean matches(Requirements.Exemption exemption, String className, Collection<String> routes) {
        return exemption.inPackage().isEmpty()
                ? exemption.service().equals(className)
                        || exemption.service().equals(ServiceLabels.simple(className))
                        || routes.contains(exemption.service())
                : className.startsWith(exemption.inPackage() + ".");
    }

    /** Returns the result on the exemptions themselves; empty where there are none. Call it after all others. */
    Optional<PracticeResult> judge() {
        if (exemptions.isEmpty()) {
            return Optional.empty();
        }
        String unused = exemptions.stream()
                .filter(exemption -> !used.contains(exemption))
                .map(Exemptions::text)
                .collect(Collectors.joining("; "));
        return Optional.of(
                unused.isEmpty()
                        ? result(Verdict.MET, "every exemption matches a service", "")
                        : result(
                                Verdict.VIOLATED,
                                unused + " matches no service that is judged by this practice",
                                "fix the name, or remove the exemption"));
    }

    private static String text(Requirements.Exemption exemption) {
        return "@ExemptPractice(practices = \"" + exemption.practice().id() + "\", "
                + (exemption.inPackage().isEmpty()
                        ? "service " + ServiceLabels.simple(exemption.service())
                        : "package " + exemption.inPackage())
                + ") of " + exemption.owner();
    }

    private static PracticeResult result(Verdict verdict, String found, String fix) {
        return new PracticeResult(ID, verdict, Evidence.NONE, List.of(), found, fix);
    }
}
