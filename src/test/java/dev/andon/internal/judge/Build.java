package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.CanaryEvidence;
import dev.andon.internal.evidence.ChangedCoverage;
import dev.andon.internal.evidence.ChangedLines;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Executions;
import dev.andon.internal.evidence.JudgedScope;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.NewClasses;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.coverage.CoverageData;
import dev.andon.internal.evidence.coverage.CoverageMeter;
import dev.andon.internal.evidence.coverage.ProductionClasses;
import dev.andon.internal.evidence.coverage.RequiredCoverage;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.frameworks.TestEngine;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.ClassNames;
import dev.andon.testing.Compiled;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;

/** A made-up build, put together test class by test class. */
final class Build {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<Service> services = new ArrayList<>();
    private final List<TestClass> testClasses = new ArrayList<>();
    private final List<ClassRun> runs = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<TestMethod> asserting = new HashSet<>();
    private final Set<TestMethod> startingOnly = new HashSet<>();
    private final Map<TestMethod, String> runners = new HashMap<>();
    private final List<Execution> executions = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean coverage;
    private String missingCoverage = "";
    private CoverageMeter meter;
    private ChangedLines changes;
    private boolean over = true;
    private JudgedScope scope = JudgedScope.ALL;
    private final Map<String, NotRunReason> absences = new HashMap<>();
    private final Map<TestKind, TestProofRecord> testProofs = new HashMap<>();

    static Service service(String name, Route... routes) {
        return new Service(
                name,
                "shop",
                Service.Tier.ENTRY,
                "@RestController",
                List.of(routes),
                List.of(),
                new Location(name, ClassNames.simple(name) + ".java", 10));
    }

    Build with(Service service) {
        services.add(service);
        return this;
    }

    Build leavingOut(JudgedScope left) {
        scope = left;
        return this;
    }

    Build stillRunning() {
        over = false;
        return this;
    }

    Build over() {
        over = true;
        return this;
    }

    /** Coverage data in which nothing of these sources is covered. */
    Build measuring(Path folder, String... sources) throws IOException {
        Path classes = Compiled.into(folder.resolve("shop"))
                .options("-g")
                .sources(List.of(sources))
                .compile();
        ExecutionDataStore other = new ExecutionDataStore();
        other.put(new ExecutionData(1, "com/acme/Other", new boolean[] {true}));
        meter = new CoverageMeter(
                new CoverageData(
                        Map.of("com.acme.OtherTest", other),
                        Map.of(),
                        List.of(),
                        other,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                ProductionClasses.in(List.of(new ClassRoot(classes, "shop", false))),
                new Inventory(services, List.of()));
        return this;
    }

    Build problem(String problem) {
        problems.add(problem);
        return this;
    }

    Build coverage() {
        return coverage("");
    }

    /** Coverage data, of which a part is missing for this reason. */
    Build coverage(String missing) {
        coverage = true;
        missingCoverage = missing;
        return this;
    }

    /** Lines that changed and are all covered, together with these services and test classes. */
    Build change(Set<Service> fresh, String... changedTests) {
        changes = new ChangedLines(
                "origin/main",
                new ChangedCoverage(new Counter(4, 4), List.of(), List.of(), List.of()),
                new NewClasses(
                        fresh,
                        testClasses.stream()
                                .filter(test -> List.of(changedTests).contains(test.name()))
                                .collect(Collectors.toSet())),
                "");
        return this;
    }

    Build noChange() {
        changes = new ChangedLines(
                "origin/main", new ChangedCoverage(Counter.NONE, List.of(), List.of(), List.of()), NewClasses.NONE, "");
        return this;
    }

    Build proof(TestKind kind, TestProofRecord proof) {
        testProofs.put(kind, proof);
        return this;
    }

    TestOf test(String name, TestKind kind) {
        return new TestOf(name, kind);
    }

    Report judge(Requirements requirements) {
        Executions seen = coverage
                ? new Executions(true, missingCoverage, executions)
                : Executions.unavailable("the tests ran without the JaCoCo agent");
        Inventory inventory = new Inventory(services, testClasses);
        BuildEvidence evidence = new BuildEvidence(new BuildEvidence.Collected(
                inventory,
                new TestRuns(runs, problems).explained(absences),
                links,
                new Assertions(asserting, startingOnly, runners),
                seen,
                Optional.ofNullable(meter)
                        .map(measured -> RequiredCoverage.measure(measured, inventory, requirements.coverage())),
                Optional.ofNullable(changes),
                over,
                scope,
                CanaryEvidence.NONE,
                TODAY,
                testProofs,
                (testClass, service) -> true));
        return Evaluation.of(evidence, requirements).report("com.acme.ShopReadinessTest");
    }

    PracticeResult row(Requirements requirements, Practice practice) {
        return judge(requirements).services().get(0).practice(practice.id()).orElseThrow();
    }

    PracticeResult codebaseRow(Requirements requirements, String id) {
        return judge(requirements).codebase().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** One test class with one method {@code works}; a sane one, until something is said against it. */
    final class TestOf {
        private final String name;
        private final TestKind kind;
        private Outcome outcome = Outcome.SUCCESSFUL;
        private Outcome container = Outcome.SUCCESSFUL;
        private String reason = "";
        private boolean ran = true;
        private boolean asserts = true;
        private boolean flaky;
        private boolean startsOnly;
        private final Map<String, TestKind> ownKinds = new HashMap<>();
        private boolean sameProcess = true;
        private boolean timeLimited;
        private TestMethod.Disabled disabled;
        private TestEngine engine;
        private String runner = "";
        private List<String> methodNames = List.of("works");

        private TestOf(String name, TestKind kind) {
            this.name = name;
            this.kind = kind;
        }

        TestOf neverRan() {
            ran = false;
            return this;
        }

        TestOf neverRan(NotRunReason.Cause cause) {
            return neverRan(new NotRunReason(cause, "left no result", "fix it"));
        }

        TestOf neverRan(NotRunReason reason) {
            absences.put(name, reason);
            return neverRan();
        }

        TestOf asserts(boolean asserts) {
            this.asserts = asserts;
            return this;
        }

        /** It starts an application, and its first method does nothing. */
        TestOf startsOnly() {
            startsOnly = true;
            return this;
        }

        /** The methods of these names are of a kind of their own. */
        TestOf kind(TestKind own, String... names) {
            List.of(names).forEach(each -> ownKinds.put(each, own));
            return this;
        }

        TestOf timeLimited() {
            timeLimited = true;
            return this;
        }

        TestOf ended(Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        TestOf containerEnded(Outcome outcome) {
            return containerEnded(outcome, "");
        }

        TestOf containerEnded(Outcome outcome, String reason) {
            this.container = outcome;
            this.reason = reason;
            return this;
        }

        TestOf flaky() {
            flaky = true;
            return this;
        }

        TestOf inAnotherProcess() {
            sameProcess = false;
            return this;
        }

        TestOf disabled(String annotation, String reason, boolean conditional) {
            disabled = new TestMethod.Disabled(annotation, reason, conditional, location(7));
            outcome = Outcome.SKIPPED;
            return this;
        }

        TestOf links(Service service, Link.Strength strength, String... reaching) {
            links.add(new Link(
                    name,
                    service.name(),
                    service.module(),
                    strength,
                    "GET /orders at " + location(9),
                    List.of(reaching),
                    List.of()));
            return this;
        }

        /** Methods of these names, in place of one that is called works. */
        TestOf methods(String... names) {
            methodNames = List.of(names);
            return this;
        }

        TestOf asks(Service service, String... routes) {
            links.add(new Link(
                    name,
                    service.name(),
                    service.module(),
                    Link.Strength.LINKED,
                    routes[0] + " at " + location(9),
                    List.of(),
                    List.of(routes)));
            return this;
        }

        TestOf runs(Service service, Execution.Depth depth, int lines) {
            executions.add(new Execution(name, service.name(), service.module(), depth, lines, 42, List.of()));
            return this;
        }

        /** It asserts nothing, and a class of this name runs it. */
        TestOf runner(String name) {
            runner = name;
            return asserts(false);
        }

        TestOf runBy(TestEngine ofEngine) {
            engine = ofEngine;
            return this;
        }

        Build add() {
            List<TestMethod> methods = methodNames.stream()
                    .map(each -> new TestMethod(name, name, each, "()V", disabled, Set.of(), timeLimited, location(8))
                            .ofKind(ownKinds.get(each)))
                    .toList();
            testClasses.add(new TestClass(
                    name,
                    "shop",
                    kind,
                    "its name",
                    engine == null ? methods : List.of(),
                    List.of(),
                    List.of(),
                    sameProcess,
                    startsOnly,
                    false,
                    engine,
                    location(5)));
            if (startsOnly) {
                startingOnly.add(methods.get(0));
            }
            if (!runner.isEmpty()) {
                methods.forEach(method -> runners.put(method, runner));
            }
            if (asserts) {
                asserting.addAll(methods);
            }
            if (ran) {
                List<TestRun> tests = container == Outcome.SUCCESSFUL
                        ? methodNames.stream()
                                .map(each -> new TestRun("", name, each, outcome, flaky, 3, List.of()))
                                .toList()
                        : List.of();
                runs.add(new ClassRun(name, container, reason, tests, Instant.EPOCH, "ledger"));
            }
            return Build.this;
        }

        private Location location(int line) {
            return new Location(name, ClassNames.simple(name) + ".java", line);
        }
    }
}
