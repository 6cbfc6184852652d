package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.text.FirstFew;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says once for a run why results are judged by LINKED and not by EXECUTED, and how to get there. */
final class LinkedOnly {
    private static final int SHOWN = 5;

    private final BuildEvidence evidence;
    private final List<PracticeResult> results;

    LinkedOnly(BuildEvidence evidence, List<PracticeResult> results) {
        this.evidence = evidence;
        this.results = results;
    }

    /** Returns a note, if any result is judged so that could have been judged by what its tests executed. */
    Optional<String> note() {
        Map<String, TestClass> testClasses = evidence.testClasses().stream()
                .collect(Collectors.toMap(TestClass::name, Function.identity(), (one, other) -> one));
        Set<String> linked = results.stream()
                .filter(result -> result.verdict() == Verdict.MET && result.evidence() == Evidence.LINKED)
                .flatMap(result -> result.tests().stream().limit(1))
                .filter(name -> Optional.ofNullable(testClasses.get(name))
                        .filter(TestClass::sameProcess)
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        return linked.isEmpty()
                ? Optional.empty()
                : Optional.of("judged by LINKED and not by EXECUTED: " + why(linked));
    }

    private String why(Set<String> linked) {
        String reason = evidence.executions().reason();
        return reason.isEmpty()
                ? "the coverage data holds nothing that was run by "
                        + FirstFew.of(linked.stream().map(evidence::shortName).toList(), SHOWN)
                        + "; run them under the JaCoCo agent too, in every execution or task that runs tests (in Maven: an "
                        + "argLine that begins with @{argLine})"
                : reason;
    }
}
