package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.TestSetup;
import dev.andon.internal.frameworks.TestSetup.Scale;
import dev.andon.internal.text.ClassNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells the kind of a test class. The first of these that applies decides:
 *
 * <ol>
 *   <li>Andon's annotations, JUnit's tags and categories, in their common spellings. Where methods differ, each
 *       has its own kind, and the class the strongest of them.
 *   <li>What the test, a superclass or a helper starts by a framework. A folder or a name that says "end-to-end" lifts an
 *       integration test, since both start the application in the same way.
 *   <li>Where the test lies: source set, module, package.
 *   <li>What it is called.
 *   <li>Whether it calls a service in another process.
 * </ol>
 *
 * <p>Otherwise it is a unit test. Where nested classes differ, the strongest kind counts.
 */
final class TestKindClassifier {

    private static final String STRONGEST = ", the strongest of its methods' kinds";

    private final Classes classes;
    private final KindByLocation locations;
    private final RemoteServiceDetector remoteServices;

    TestKindClassifier(Classes classes) {
        this.classes = classes;
        this.locations = new KindByLocation(classes);
        this.remoteServices = new RemoteServiceDetector(classes);
    }

    /**
     * The kind of a test class.
     *
     * @param kind the strongest kind of its methods
     * @param reason why
     * @param sameProcess whether it runs the service in its own JVM
     * @param startsApplication whether it starts an application, or a slice of one, in its own JVM
     * @param methods the kinds of its methods; empty where they are all of the same
     */
    record Classification(
            TestKind kind,
            String reason,
            boolean sameProcess,
            boolean startsApplication,
            Map<TestMethod, TestKind> methods) {}

    /** The code of one class that runs, and what it starts. */
    private record Use(TestClassCode code, Optional<TestSetup> setup) {}

    Classification of(ClassFacts testClass, List<ClassFacts> running, List<TestMethod> methods) {
        List<Use> uses = running.stream()
                .map(type -> new TestClassCode(classes, type))
                .map(code -> new Use(code, Frameworks.testSetup(code)))
                .toList();
        boolean sameProcess = uses.stream().noneMatch(use -> remoteServices.isElsewhere(use.code()));
        Map<TestMethod, KindReason> tagged = tagged(methods);
        Map<TestMethod, KindReason> kinds = new LinkedHashMap<>(tagged);
        if (tagged.size() < methods.size() || methods.isEmpty()) {
            KindReason convention = byConvention(testClass, uses, sameProcess);
            Map<TestMethod, KindReason> others = besideOwnServers(testClass, uses, methods);
            methods.forEach(method -> kinds.putIfAbsent(method, others.getOrDefault(method, convention)));
            if (methods.isEmpty()) {
                return new Classification(
                        convention.kind(), convention.reason(), sameProcess, startsApplication(uses), Map.of());
            }
        }
        KindReason strongest = kinds.values().stream()
                .reduce((one, other) -> other.kind().compareTo(one.kind()) > 0 ? other : one)
                .orElseThrow();
        Map<TestMethod, TestKind> each = new LinkedHashMap<>();
        kinds.forEach((method, kind) -> each.put(method, kind.kind()));
        boolean differ = Set.copyOf(each.values()).size() > 1;
        return new Classification(
                strongest.kind(),
                strongest.reason() + (differ ? STRONGEST : ""),
                sameProcess,
                startsApplication(uses),
                differ ? each : Map.of());
    }

    private static boolean startsApplication(List<Use> uses) {
        return uses.stream()
                .flatMap(use -> use.setup().stream())
                .anyMatch(setup ->
                        setup.scale() != Scale.OWN_SERVER && setup.scale().startsInTestJvm());
    }

    private static Map<TestMethod, KindReason> tagged(List<TestMethod> methods) {
        Map<TestMethod, KindReason> tagged = new LinkedHashMap<>();
        for (TestMethod method : methods) {
            method.tags().stream()
                    .map(KindNames::ofTag)
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder())
                    .ifPresent(kind -> tagged.put(method, new KindReason(kind, "tagged " + kind.tag())));
        }
        return tagged;
    }

    /** The methods that leave aside the server which others build around what they test, and what they use instead. */
    private Map<TestMethod, KindReason> besideOwnServers(
            ClassFacts testClass, List<Use> uses, List<TestMethod> methods) {
        Map<TestMethod, KindReason> others = new HashMap<>();
        for (Use use : uses) {
            if (use.setup().filter(setup -> setup.scale() == Scale.OWN_SERVER).isPresent()) {
                Optional<KindReason> beside = setup(
                                Frameworks.testSetup(OwnServerUse.leftAside(use.code())),
                                use.code().main())
                        .filter(kind -> kind.kind() != TestKind.UNIT)
                        .map(kind -> lifted(kind, named(testClass)));
                beside.ifPresent(kind -> OwnServerUse.of(classes.index().graph(), use.code())
                        .without(methods.stream()
                                .filter(method ->
                                        method.runsIn().equals(use.code().name()))
                                .toList())
                        .forEach(method -> others.put(method, kind)));
            }
        }
        return others;
    }

    private KindReason byConvention(ClassFacts testClass, List<Use> uses, boolean sameProcess) {
        Optional<KindReason> framework = uses.stream()
                .flatMap(use -> setup(use.setup(), use.code().main()).stream())
                .max(Comparator.comparing(KindReason::kind));
        if (framework.isPresent()) {
            return lifted(framework.get(), named(testClass));
        }
        return named(testClass)
                .findFirst()
                .orElseGet(() -> sameProcess
                        ? new KindReason(TestKind.UNIT, "nothing makes it another kind")
                        : new KindReason(TestKind.INTEGRATION, "calls a service in another process"));
    }

    /** What the place of the class says, then its name. */
    private Stream<KindReason> named(ClassFacts testClass) {
        String simpleName = ClassNames.simpleName(testClass.name());
        return Stream.of(
                        locations.of(testClass),
                        KindNames.ofClass(simpleName).map(kind -> new KindReason(kind, "named " + simpleName)))
                .flatMap(Optional::stream);
    }

    private static Optional<KindReason> setup(Optional<TestSetup> byFramework, Optional<Call> main) {
        Optional<TestSetup> byMain = main.map(call -> new TestSetup(
                Scale.SERVER, TestKind.INTEGRATION, "starts " + ClassNames.simpleName(call.owner()) + ".main"));
        return byFramework
                .filter(setup -> setup.scale().compareTo(Scale.SERVER) <= 0)
                .or(() -> byMain)
                .or(() -> byFramework)
                .map(KindReason::of);
    }

    private static KindReason lifted(KindReason framework, Stream<KindReason> others) {
        return others.filter(other -> framework.kind() == TestKind.INTEGRATION && other.kind() == TestKind.END_TO_END)
                .map(other -> new KindReason(other.kind(), framework.reason() + ", " + other.reason()))
                .findFirst()
                .orElse(framework);
    }
}
