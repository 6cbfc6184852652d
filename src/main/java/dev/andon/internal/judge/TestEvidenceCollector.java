package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.formats.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks of a test class how far it gets as evidence for a service. */
final class TestEvidenceCollector {
    private final EvidenceIndex known;

    TestEvidenceCollector(EvidenceIndex known) {
        this.known = known;
    }

    /** Returns how far the test class gets; empty where it has nothing to do with the service. */
    Optional<TestEvidence> of(Service service, TestClass testClass) {
        Optional<Link> link = known.link(service, testClass);
        Optional<Execution> execution = known.execution(service, testClass);
        boolean called = execution
                .filter(found -> found.depth() == Execution.Depth.CALLED)
                .isPresent();
        if (link.isEmpty() && !called) {
            return Optional.empty();
        }
        List<TestMethod> methods = methods(testClass, link);
        return Optional.of(
                shortfall(testClass, methods).orElseGet(() -> evidence(testClass, methods, link, execution)));
    }

    /** The methods that reach the service; all of the class where that cannot be told apart. */
    private static List<TestMethod> methods(TestClass testClass, Optional<Link> link) {
        List<String> names = link.map(Link::methods).orElse(List.of());
        List<TestMethod> reaching = testClass.methods().stream()
                .filter(method -> names.contains(method.name()))
                .toList();
        return reaching.isEmpty() ? testClass.methods() : reaching;
    }

    /** Why the class is no evidence whatever it reaches: it did not run, or not to a good end, or checked nothing. */
    private Optional<TestEvidence> shortfall(TestClass testClass, List<TestMethod> methods) {
        if (!known.hasRun(testClass)) {
            return Optional.of(notRun(testClass, methods));
        }
        List<TestMethod> passed = methods.stream().filter(known::passed).toList();
        if (passed.isEmpty()) {
            return Optional.of(notPassed(testClass, methods));
        }
        if (passed.stream().noneMatch(known::asserts)) {
            return Optional.of(
                    candidate(testClass, TestEvidence.State.ASSERTS_NOTHING, "ran and passed, but asserts nothing"));
        }
        return Optional.empty();
    }

    private TestEvidence notRun(TestClass testClass, List<TestMethod> methods) {
        Optional<TestMethod.Disabled> disabled = disabled(methods);
        if (disabled.isPresent()) {
            return candidate(
                    testClass, TestEvidence.State.DISABLED, "exists, but never runs: " + words(disabled.get()));
        }
        return known.buildIsOver()
                ? candidate(
                        testClass,
                        TestEvidence.State.NEVER_RAN,
                        known.absence(testClass)
                                .map(NotRunReason::words)
                                .orElse("exists, but never runs: no execution of this build picked it up"))
                : candidate(testClass, TestEvidence.State.NOT_YET_RUN, "has not run yet");
    }

    private TestEvidence notPassed(TestClass testClass, List<TestMethod> methods) {
        Optional<TestRun> failed = methods.stream()
                .flatMap(method -> known.runs(method).stream())
                .filter(run -> run.outcome() == Outcome.FAILED)
                .findFirst();
        Optional<ClassRun> broken = known.runs(testClass).stream()
                .filter(run -> run.outcome() != Outcome.SUCCESSFUL)
                .findFirst();
        if (failed.isPresent()
                || broken.filter(run -> run.outcome() == Outcome.FAILED).isPresent()) {
            return candidate(
                    testClass,
                    TestEvidence.State.FAILED,
                    "failed in this build"
                            + failed.map(run -> " (" + run.methodName() + ")").orElse(""));
        }
        Optional<TestMethod.Disabled> disabled = disabled(methods);
        if (disabled.isPresent()) {
            return candidate(
                    testClass, TestEvidence.State.DISABLED, "exists, but never runs: " + words(disabled.get()));
        }
        boolean aborted = broken.filter(run -> run.outcome() == Outcome.ABORTED).isPresent()
                || methods.stream()
                        .flatMap(method -> known.runs(method).stream())
                        .anyMatch(run -> run.outcome() == Outcome.ABORTED);
        if (aborted) {
            String reason = broken.map(ClassRun::reason)
                    .filter(text -> !text.isBlank())
                    .map(text -> ": " + text)
                    .orElse("");
            return candidate(
                    testClass, TestEvidence.State.ABORTED, "gave up before it tested anything (aborted" + reason + ")");
        }
        return candidate(testClass, TestEvidence.State.DISABLED, "exists, but none of its tests ran in this build");
    }

    private static Optional<TestMethod.Disabled> disabled(List<TestMethod> methods) {
        boolean all = methods.stream().allMatch(method -> method.disabled() != null);
        return all
                ? methods.stream()
                        .flatMap(method -> Stream.ofNullable(method.disabled()))
                        .findFirst()
                : Optional.empty();
    }

    private static String words(TestMethod.Disabled disabled) {
        return "@" + disabled.annotation() + " at " + disabled.location();
    }

    private TestEvidence evidence(
            TestClass testClass, List<TestMethod> methods, Optional<Link> link, Optional<Execution> execution) {
        boolean flaky =
                methods.stream().flatMap(method -> known.runs(method).stream()).anyMatch(TestRun::flaky);
        String flakyWords = flaky ? ", flaky: passed only on a rerun" : "";
        if (execution.isPresent()) {
            Execution seen = execution.get();
            if (seen.depth() == Execution.Depth.CALLED) {
                String words = "ran " + seen.coveredLines() + " of " + seen.lines() + " lines";
                return new TestEvidence(
                        testClass, TestEvidence.State.PROVES, Evidence.EXECUTED, flaky, words + flakyWords);
            }
            boolean mock = link.filter(found -> found.strength() == Link.Strength.MOCK_ONLY)
                    .isPresent();
            if (testClass.sameProcess() && !mock) {
                Evidence less = link.map(found -> evidence(found.strength())).orElse(Evidence.NONE);
                return new TestEvidence(
                        testClass, TestEvidence.State.NOT_EXECUTED, less, flaky, notExecuted(seen, link));
            }
        }
        Link.Strength strength = link.map(Link::strength).orElse(Link.Strength.MOCK_ONLY);
        String via = link.map(Link::via).orElse("");
        return switch (strength) {
            case LINKED ->
                new TestEvidence(
                        testClass,
                        TestEvidence.State.PROVES,
                        Evidence.LINKED,
                        flaky,
                        "reaches it by " + via + flakyWords);
            case DECLARED ->
                new TestEvidence(
                        testClass,
                        TestEvidence.State.ONLY_SAYS_SO,
                        Evidence.DECLARED,
                        flaky,
                        "says that it tests it (" + via + "), but its code never reaches it");
            case MOCK_ONLY ->
                candidate(testClass, TestEvidence.State.MOCKS_ONLY, "holds nothing but a mock of it (" + via + ")");
        };
    }

    private static Evidence evidence(Link.Strength strength) {
        return switch (strength) {
            case LINKED -> Evidence.LINKED;
            case DECLARED -> Evidence.DECLARED;
            case MOCK_ONLY -> Evidence.NONE;
        };
    }

    private static String notExecuted(Execution seen, Optional<Link> link) {
        String what =
                switch (seen.depth()) {
                    case NEVER_LOADED -> "its class was never loaded";
                    case LOADED -> "its class was loaded and nothing more, as a mock of it does";
                    case WIRED -> "it was constructed, but never called";
                    case CALLED -> throw new IllegalStateException("a called service was executed");
                };
        String reaches = link.filter(found -> found.strength() == Link.Strength.LINKED)
                .map(found -> "names it (" + found.via() + "), but ran ")
                .orElse("ran ");
        return reaches + seen.coveredLines() + " of " + seen.lines() + " lines: " + what;
    }

    private static TestEvidence candidate(TestClass testClass, TestEvidence.State state, String words) {
        return new TestEvidence(testClass, state, Evidence.NONE, false, words);
    }
}
