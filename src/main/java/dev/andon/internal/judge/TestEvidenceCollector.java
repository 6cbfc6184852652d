package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.NotRunReason.Cause;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.frameworks.TestEngine;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Determines how far test classes of one kind get as evidence for services. */
final class TestEvidenceCollector {
    private final BuildEvidence build;
    private final TestKind kind;

    TestEvidenceCollector(BuildEvidence build, TestKind kind) {
        this.build = build;
        this.kind = kind;
    }

    /** Returns how far the test class gets; empty where it has nothing to do with the service. */
    Optional<TestEvidence> of(Service service, TestClass testClass) {
        TestEngine engine = testClass.engine();
        if (engine != null) {
            return engine.callsServices() ? ofEngine(service, testClass, engine) : Optional.empty();
        }
        Optional<Link> link = build.serviceTests().link(service, testClass);
        Optional<Execution> execution = build.serviceTests().execution(service, testClass);
        boolean called = execution
                .filter(found -> found.depth() == Execution.Depth.CALLED)
                .isPresent();
        if (link.isEmpty() && !called) {
            return Optional.empty();
        }
        List<TestMethod> methods = methods(testClass, link);
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        boolean told = !called
                || !testClass.isMixed()
                || !link.map(Link::methods).orElse(List.of()).isEmpty();
        return Optional.of(shortfall(testClass, methods)
                .map(found -> doubtful(found, link))
                .orElseGet(() -> told
                        ? evidence(service, testClass, methods, link, execution)
                        : none(testClass, TestEvidence.State.UNCLEAR, TestFindings.SEVERAL_KINDS)));
    }

    /** What keeps a test from being evidence is not all: whether it would be one is not known either. */
    private static TestEvidence doubtful(TestEvidence found, Optional<Link> link) {
        return link.filter(unclear -> unclear.strength() == Link.Strength.UNCLEAR)
                .map(unclear -> new TestEvidence(
                        found.testClass(),
                        found.state(),
                        found.evidence(),
                        TestFindings.doubtful(found.finding(), unclear.via())))
                .orElse(found);
    }

    /** Only what its tests execute tells whether they reach the service. */
    private Optional<TestEvidence> ofEngine(Service service, TestClass testClass, TestEngine engine) {
        Optional<Execution> execution = build.serviceTests().execution(service, testClass);
        if (execution.filter(seen -> seen.depth() != Execution.Depth.CALLED).isPresent()) {
            return Optional.empty();
        }
        if (!build.results().hasRun(testClass)) {
            return Optional.of(notRun(testClass, List.of()));
        }
        if (!build.results().passed(testClass)) {
            return Optional.of(notPassed(testClass, List.of()));
        }
        if (execution.isEmpty()) {
            return Optional.of(
                    none(testClass, TestEvidence.State.UNCLEAR, TestFindings.UNREAD_ENGINE, "engine", engine.name()));
        }
        return Optional.of(evidence(service, testClass, List.of(), Optional.empty(), execution));
    }

    /** Returns the methods of the kind that reach the service; all of the kind where they cannot be told apart. */
    private List<TestMethod> methods(TestClass testClass, Optional<Link> link) {
        List<String> names = link.map(Link::methods).orElse(List.of());
        List<TestMethod> reaching = testClass.methods().stream()
                .filter(method -> names.contains(method.name()))
                .toList();
        return (reaching.isEmpty() ? testClass.methods() : reaching)
                .stream().filter(method -> testClass.kindOf(method) == kind).toList();
    }

    /** Returns why the class is no evidence whatever it reaches: it did not run, did not pass, or checked nothing. */
    private Optional<TestEvidence> shortfall(TestClass testClass, List<TestMethod> methods) {
        if (!build.results().hasRun(testClass)) {
            return Optional.of(notRun(testClass, methods));
        }
        List<TestMethod> passed =
                methods.stream().filter(build.results()::passed).toList();
        if (passed.isEmpty()) {
            return Optional.of(notPassed(testClass, methods));
        }
        if (passed.stream().anyMatch(build::asserts)) {
            return Optional.empty();
        }
        return Optional.of(passed.stream()
                .flatMap(
                        method -> Stream.ofNullable(build.assertions().runners().get(method)))
                .findFirst()
                .map(runner ->
                        none(testClass, TestEvidence.State.UNCLEAR, TestFindings.RUNNER_MAY_CHECK, "runner", runner))
                .orElseGet(() -> none(testClass, TestEvidence.State.ASSERTS_NOTHING, TestFindings.ASSERTS_NOTHING)));
    }

    private TestEvidence notRun(TestClass testClass, List<TestMethod> methods) {
        Optional<TestEvidence> disabled = disabled(testClass, methods);
        // Where nothing ran, the condition need not be what kept this test from it.
        boolean conditional = methods.stream().allMatch(TestMethod::isEnabled);
        if (disabled.isPresent() && !(conditional && build.results().isEmpty())) {
            return disabled.get();
        }
        if (build.isUndated(testClass)) {
            return none(testClass, TestEvidence.State.NOT_YET_RUN, TestFindings.UNKNOWN_AGE);
        }
        if (!build.buildIsOver()) {
            return none(testClass, TestEvidence.State.NOT_YET_RUN, TestFindings.NOT_YET_RUN);
        }
        Optional<NotRunReason> reason = build.notRunReason(testClass);
        boolean undetermined =
                reason.filter(why -> why.cause() == Cause.UNDETERMINED).isPresent();
        return none(
                testClass,
                undetermined ? TestEvidence.State.NOT_YET_RUN : TestEvidence.State.NEVER_RAN,
                TestFindings.NEVER_RAN,
                "reason",
                reason.map(NotRunReason::words).orElse(TestFindings.NEVER_RAN_REASON),
                "fix",
                reason.map(NotRunReason::fix)
                        .orElse(TestFindings.NEVER_RAN_FIX.formatted(build.shortName(testClass.name()))));
    }

    private TestEvidence notPassed(TestClass testClass, List<TestMethod> methods) {
        Optional<TestRun> failed = runs(testClass, methods)
                .filter(run -> run.outcome() == Outcome.FAILED)
                .findFirst();
        Optional<ClassRun> broken = build.results().of(testClass).stream()
                .filter(run -> run.outcome() != Outcome.SUCCESSFUL)
                .findFirst();
        if (failed.isPresent()
                || broken.filter(run -> run.outcome() == Outcome.FAILED).isPresent()) {
            String method = failed.map(run -> " (" + run.methodName() + ")").orElse("");
            return none(testClass, TestEvidence.State.FAILED, TestFindings.FAILED, "method", method);
        }
        return disabled(testClass, methods)
                .or(() -> aborted(testClass, methods, broken))
                .orElseGet(() -> none(
                        testClass,
                        TestEvidence.State.DISABLED,
                        TestFindings.NO_TEST_RAN,
                        "reason",
                        broken.map(ClassRun::reason)
                                .filter(text -> !text.isBlank())
                                .map(text -> " (skipped: " + text + ")")
                                .orElse(""),
                        "fix",
                        TestFindings.LET_IT_RUN.formatted(build.shortName(testClass.name()))));
    }

    /** Returns the runs of the methods; those of the whole class where its methods are not known. */
    private Stream<TestRun> runs(TestClass testClass, List<TestMethod> methods) {
        return methods.isEmpty()
                ? build.results().of(testClass).stream().flatMap(run -> run.tests().stream())
                : methods.stream().flatMap(method -> build.results().of(method).stream());
    }

    private Optional<TestEvidence> aborted(TestClass testClass, List<TestMethod> methods, Optional<ClassRun> broken) {
        boolean aborted = broken.filter(run -> run.outcome() == Outcome.ABORTED).isPresent()
                || runs(testClass, methods).anyMatch(run -> run.outcome() == Outcome.ABORTED);
        if (!aborted) {
            return Optional.empty();
        }
        String reason = broken.map(ClassRun::reason)
                .filter(text -> !text.isBlank())
                .map(text -> ": " + text)
                .orElse("");
        return Optional.of(none(testClass, TestEvidence.State.ABORTED, TestFindings.ABORTED, "reason", reason));
    }

    private Optional<TestEvidence> disabled(TestClass testClass, List<TestMethod> methods) {
        if (methods.isEmpty() || methods.stream().anyMatch(method -> method.disabled() == null)) {
            return Optional.empty();
        }
        return methods.stream()
                .flatMap(method -> Stream.ofNullable(method.disabled()))
                .findFirst()
                .map(disabled -> none(
                        testClass,
                        TestEvidence.State.DISABLED,
                        TestFindings.DISABLED,
                        "annotation",
                        disabled.annotation(),
                        "annotationLocation",
                        disabled.location(),
                        "fix",
                        disabled.conditional()
                                ? TestFindings.MEET_CONDITION.formatted(
                                        build.shortName(testClass.name()), disabled.annotation())
                                : TestFindings.ENABLE.formatted(build.shortName(testClass.name()))));
    }

    private TestEvidence evidence(
            Service service,
            TestClass testClass,
            List<TestMethod> methods,
            Optional<Link> link,
            Optional<Execution> execution) {
        boolean rerun = methods.stream()
                .flatMap(method -> build.results().of(method).stream())
                .anyMatch(TestRun::flaky);
        String flaky = rerun ? ", flaky: passed only on a rerun" : "";
        if (execution.isPresent()) {
            Execution seen = execution.get();
            if (seen.depth() == Execution.Depth.CALLED) {
                Finding executed = finding(
                        testClass,
                        TestFindings.EXECUTED,
                        "covered",
                        seen.coveredLines(),
                        "lines",
                        seen.lines(),
                        "flaky",
                        flaky,
                        "note",
                        "");
                return new TestEvidence(testClass, TestEvidence.State.PROVES, Evidence.EXECUTED, executed);
            }
            boolean mock = link.filter(found -> found.strength() == Link.Strength.MOCK_ONLY)
                    .isPresent();
            if (testClass.sameProcess() && !mock) {
                Evidence less = link.map(found -> evidence(found.strength())).orElse(Evidence.NONE);
                return new TestEvidence(
                        testClass, TestEvidence.State.NOT_EXECUTED, less, notExecuted(testClass, seen, link));
            }
        }
        String via = link.map(Link::via).orElse("");
        return switch (link.map(Link::strength).orElse(Link.Strength.MOCK_ONLY)) {
            case LINKED ->
                new TestEvidence(
                        testClass,
                        TestEvidence.State.PROVES,
                        Evidence.LINKED,
                        finding(testClass, TestFindings.LINKED, "via", via, "flaky", flaky, "note", ""));
            case UNCLEAR -> none(testClass, TestEvidence.State.UNCLEAR, TestFindings.UNCLEAR, "via", via);
            case ONE_OF_SEVERAL -> none(testClass, TestEvidence.State.UNCLEAR, TestFindings.ONE_OF_SEVERAL, "via", via);
            case DECLARED ->
                new TestEvidence(
                        testClass,
                        TestEvidence.State.DECLARED_ONLY,
                        Evidence.DECLARED,
                        finding(testClass, TestFindings.DECLARED_ONLY, "via", via, "kind", kind));
            case MOCK_ONLY ->
                none(
                        testClass,
                        TestEvidence.State.MOCKS_ONLY,
                        TestFindings.MOCKS_ONLY,
                        "via",
                        via,
                        "service",
                        ClassNames.simple(service.name()));
        };
    }

    private static Evidence evidence(Link.Strength strength) {
        return switch (strength) {
            case LINKED -> Evidence.LINKED;
            case DECLARED -> Evidence.DECLARED;
            case ONE_OF_SEVERAL, UNCLEAR, MOCK_ONLY -> Evidence.NONE;
        };
    }

    private Finding notExecuted(TestClass testClass, Execution seen, Optional<Link> link) {
        String depth =
                switch (seen.depth()) {
                    case NEVER_LOADED -> "its class was never loaded";
                    case LOADED -> "its class was loaded and nothing more, as a mock of it does";
                    case WIRED -> "it was constructed, but never called";
                    case CALLED -> throw new IllegalStateException("a called service was executed");
                };
        String reaches = link.filter(found -> found.strength() == Link.Strength.LINKED)
                .map(found -> "names it (" + found.via() + "), but ")
                .orElse("");
        return finding(
                testClass,
                TestFindings.NOT_EXECUTED,
                "reaches",
                reaches,
                "covered",
                seen.coveredLines(),
                "lines",
                seen.lines(),
                "depth",
                depth,
                "kind",
                kind);
    }

    private TestEvidence none(TestClass testClass, TestEvidence.State state, FindingTemplate template, Object... data) {
        return new TestEvidence(testClass, state, Evidence.NONE, finding(testClass, template, data));
    }

    private Finding finding(TestClass testClass, FindingTemplate template, Object... data) {
        List<Object> all =
                new ArrayList<>(List.of("test", build.shortName(testClass.name()), "location", testClass.location()));
        Collections.addAll(all, data);
        return template.with(all.toArray());
    }
}
