package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.List;

/** Judges whether every key operation has an end-to-end test: {@code end-to-end-tests}. */
final class EndToEnd {
    private static final String ID = TestKind.END_TO_END.practice();

    private final EvidenceIndex known;
    private final List<Requirements.Operation> operations;
    private final TestsOfKind tests;

    EndToEnd(EvidenceIndex known, Requirements requirements) {
        this.known = known;
        this.operations = requirements.operations();
        this.tests = new TestsOfKind(known, TestKind.END_TO_END, requirements);
    }

    PracticeResult judge(Service service) {
        List<Requirements.Operation> own = OperationMatcher.of(service, operations);
        if (own.isEmpty()) {
            return OperationMatcher.performsNone(Practice.END_TO_END_TESTS);
        }
        List<PracticeResult> results =
                own.stream().map(operation -> judge(operation, service)).toList();
        return results.stream()
                .filter(result -> result.verdict() == Verdict.VIOLATED)
                .findFirst()
                .or(() -> results.stream()
                        .filter(result -> result.verdict().fails())
                        .findFirst())
                .orElse(results.get(0));
    }

    private PracticeResult judge(Requirements.Operation operation, Service service) {
        List<TestClass> flows = new ArrayList<>(known.testClasses(TestKind.END_TO_END));
        boolean named = flows.stream().anyMatch(flow -> flow.operations().contains(operation.name()));
        if (named) {
            flows.removeIf(flow -> !flow.operations().contains(operation.name()));
        }
        flows.removeIf(flow -> known.link(service, flow)
                .filter(link -> OperationMatcher.elsewhere(operation, link.routes()))
                .isPresent());
        PracticeResult result = tests.judge(ID, service, flows);
        return new PracticeResult(
                ID,
                result.verdict(),
                result.evidence(),
                result.tests(),
                "\"" + operation.name() + "\": " + result.found(),
                result.fix());
    }
}
