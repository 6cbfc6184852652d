package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.List;

/** Judges whether every key operation has an end-to-end test. */
final class EndToEndTestsCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.SERVICE, "end-to-end-tests");

    static final FindingTemplate NO_TEST = new FindingTemplate(
            "no-test",
            NewTestAdvice.FOUND,
            "write a test of the whole flow that {call}, annotated with @EndToEndTest(services = {service}.class)");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        if (subject instanceof Subject.OfService of) {
            return ofService(of.service(), evidence, requirements);
        }
        // A module without services performs no operation: its key operations are those of services elsewhere.
        return subject instanceof Subject.CodeBase && !evidence.services().isEmpty()
                ? OperationMatcher.unperformed(requirements.operations(), evidence.services()).stream()
                        .map(Result::violated)
                        .toList()
                : List.of();
    }

    private static List<Result> ofService(Service service, BuildEvidence evidence, Requirements requirements) {
        List<Requirements.Operation> operations = OperationMatcher.of(service, requirements.operations());
        if (operations.isEmpty()) {
            return List.of(Result.notApplicable(OperationMatcher.NO_OPERATION.with()));
        }
        TestsOfKind tests = new TestsOfKind(evidence, TestKind.END_TO_END, requirements, NO_TEST);
        List<Result> results = new ArrayList<>();
        for (Requirements.Operation operation : operations) {
            Result result = tests.judge(service, flows(operation, service, evidence));
            results.add(new Result(
                    result.verdict(),
                    result.evidence(),
                    result.tests(),
                    result.finding().about("\"" + operation.name() + "\"")));
        }
        return results;
    }

    /** Returns the tests that may be of the operation: those that name it, or all where none does. */
    private static List<TestClass> flows(Requirements.Operation operation, Service service, BuildEvidence evidence) {
        List<TestClass> flows = new ArrayList<>(evidence.testClasses(TestKind.END_TO_END));
        if (flows.stream().anyMatch(flow -> flow.operations().contains(operation.name()))) {
            flows.removeIf(flow -> !flow.operations().contains(operation.name()));
        }
        flows.removeIf(flow -> evidence.serviceTests()
                .link(service, flow)
                .filter(link -> OperationMatcher.elsewhere(operation, link.routes()))
                .isPresent());
        return flows;
    }
}
