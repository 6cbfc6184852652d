package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.text.FirstFew;
import java.util.List;
import java.util.Optional;

/**
 * Says once what is wrong with the run as a whole, so that the rows need not: {@code run-complete}. There is a row only
 * where something is wrong.
 */
final class RunComplete {
    private static final int SHOWN = 10;
    static final String ID = "run-complete";

    private RunComplete() {}

    static Optional<PracticeResult> judge(BuildEvidence findings, EvidenceIndex known, boolean anyUndecided) {
        List<TestClass> missing = known.notRun();
        if (!findings.runs().problems().isEmpty()) {
            return Optional.of(row(
                    Verdict.UNDECIDED,
                    List.of(),
                    String.join("; ", findings.runs().problems()),
                    "remove what cannot be read with the next clean build, and run it to its end"));
        }
        if (known.expected().isEmpty() && known.canaries().isEmpty()) {
            return Optional.of(row(
                    Verdict.VIOLATED,
                    List.of(),
                    "this build holds no test class besides the readiness class",
                    "write tests, or move the readiness class to the module that holds them"));
        }
        if (!missing.isEmpty() && missing.size() == known.expected().size() && known.buildIsOver()) {
            return Optional.of(row(
                    Verdict.UNDECIDED,
                    names(missing),
                    "no ledger and no report of this build names any of its " + missing.size() + " test classes",
                    "let the tests run in the same build, before the readiness class, with Andon on their class path"));
        }
        if (anyUndecided && !missing.isEmpty()) {
            return Optional.of(row(
                    Verdict.UNDECIDED,
                    names(missing),
                    "run incomplete: " + missing.size() + " of "
                            + known.expected().size()
                            + " test classes have not run yet: "
                            + some(missing),
                    "run the whole build; where some tests run later (in Failsafe, in several forks, or through an engine "
                            + "that the class path lists behind Jupiter's, as JUnit 4's may be), run the readiness class "
                            + "after them, selected by its tag operational-readiness"
                            + unusualName(missing, known.runsInFailsafe())));
        }
        return Optional.empty();
    }

    /** A sentence on the test classes that no row depends on and that have not run; none where there are none. */
    static Optional<String> note(EvidenceIndex known) {
        List<TestClass> missing =
                known.notRun().stream().filter(EvidenceIndex::anyEnabled).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        (known.buildIsOver() ? "exist, but never run: " : "have not run so far: ") + some(missing));
    }

    static String some(List<TestClass> testClasses) {
        return FirstFew.of(
                testClasses.stream()
                        .map(testClass -> ServiceLabels.simple(testClass.name()))
                        .toList(),
                SHOWN);
    }

    private static String unusualName(List<TestClass> missing, boolean failsafe) {
        return missing.stream()
                .map(testClass -> Fixes.unusualName(ServiceLabels.simple(testClass.name()), failsafe))
                .filter(fix -> !fix.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> names(List<TestClass> missing) {
        return missing.stream().map(TestClass::name).toList();
    }

    private static PracticeResult row(Verdict verdict, List<String> tests, String found, String fix) {
        return new PracticeResult(ID, verdict, Evidence.NONE, tests, found, fix);
    }
}
