package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.ClassNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Applies exemptions to the results of services and canaries, and judges the exemptions themselves. */
final class Exemptions {
    static final String ID = "exemptions";

    static final FindingTemplate ALL_MATCH = new FindingTemplate("all-match", "every exemption matches a service");
    static final FindingTemplate NO_MATCH = new FindingTemplate(
            "no-match",
            "{exemption} matches no service that is judged by this practice",
            "correct the name, or remove the exemption");

    private final List<Requirements.Exemption> exemptions;
    private final Set<Requirements.Exemption> used = new LinkedHashSet<>();

    Exemptions(List<Requirements.Exemption> exemptions) {
        this.exemptions = exemptions;
    }

    /**
     * Returns the result, or that its subject is exempt: whatever was found, since the practice does not apply. A practice
     * that has no meaning for a service stays not applicable.
     */
    PracticeResult apply(Subject subject, PracticeResult result) {
        List<Requirements.Exemption> matching = exemptions.stream()
                .filter(exemption -> exemption.practice().id().equals(result.id()))
                .filter(exemption -> matches(exemption, subject))
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
                result.finding(),
                "exempt by " + first.owner() + ": " + first.reason() + " (" + result.found() + ")",
                "",
                result.findings());
    }

    private static boolean matches(Requirements.Exemption exemption, Subject subject) {
        return subject.isNamed(exemption.service()) || subject.isIn(exemption.inPackage());
    }

    /** Returns the results on the exemptions themselves; none where there are no exemptions. Call it after all others. */
    List<Result> check() {
        if (exemptions.isEmpty()) {
            return List.of();
        }
        List<Result> unused = exemptions.stream()
                .filter(exemption -> !used.contains(exemption))
                .map(exemption -> Result.violated(NO_MATCH.with("exemption", text(exemption))))
                .toList();
        return unused.isEmpty() ? List.of(Result.met(ALL_MATCH.with())) : unused;
    }

    private static String text(Requirements.Exemption exemption) {
        return "@ExemptPractice(practices = \"" + exemption.practice().id() + "\", "
                + (exemption.inPackage().isEmpty()
                        ? "service " + ClassNames.simple(exemption.service())
                        : "package " + exemption.inPackage())
                + ") of " + exemption.owner();
    }
}
