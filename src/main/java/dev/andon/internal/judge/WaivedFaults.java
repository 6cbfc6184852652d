package dev.andon.internal.judge;

import dev.andon.PracticeFinding;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.require.Requirements;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which waivers of single faults apply to a result that names faults which survived. */
final class WaivedFaults {
    /** What the keys of faults that survived begin with. */
    static final String SURVIVED = TestsDetectFailureCheck.SURVIVED.key() + ":";

    private WaivedFaults() {}

    /** Returns whether the result fails for nothing but faults that survived. */
    static boolean isAbout(PracticeResult result) {
        return result.id().equals(TestsDetectFailureCheck.PRACTICE.id())
                && result.verdict() == Verdict.VIOLATED
                && keys(result).findAny().isPresent();
    }

    /** Returns whether the waiver names one of the faults. */
    static boolean names(Requirements.Waiver waiver, PracticeResult result) {
        return keys(result).anyMatch(key -> names(waiver, key));
    }

    /** Returns the waiver that ends first, of those that together name all that the result fails for; empty where they do not. */
    static Optional<Requirements.Waiver> first(Collection<Requirements.Waiver> waivers, PracticeResult result) {
        List<String> keys = keys(result).toList();
        return keys.stream().allMatch(key -> waivers.stream().anyMatch(waiver -> names(waiver, key)))
                ? waivers.stream().min(Comparator.comparing(Requirements.Waiver::until))
                : Optional.empty();
    }

    /** Returns whether the waiver names the fault that has that key. */
    static boolean names(Requirements.Waiver waiver, String key) {
        return waiver.faults().stream()
                .map(fault -> SURVIVED + fault)
                .anyMatch(fault -> key.equals(fault) || key.startsWith(fault + ":"));
    }

    private static Stream<String> keys(PracticeResult result) {
        return result.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.VIOLATED)
                .map(PracticeFinding::keys)
                .flatMap(List::stream);
    }
}
