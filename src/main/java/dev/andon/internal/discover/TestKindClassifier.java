package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.TestSetup;
import dev.andon.internal.frameworks.TestSetup.Scale;
import dev.andon.internal.text.ClassNames;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells the kind of a test class. The first of these that applies decides:
 *
 * <ol>
 *   <li>Andon's annotations, JUnit's tags and categories, in their common spellings. Where methods differ, the strongest
 *       kind is that of the class.
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

    /** The kind of a test class, why, and whether it runs the service in its own JVM. */
    record Classification(TestKind kind, String reason, boolean sameProcess) {}

    Classification of(ClassFacts testClass, List<ClassFacts> running, List<TestMethod> methods) {
        List<TestClassCode> uses =
                running.stream().map(type -> new TestClassCode(classes, type)).toList();
        boolean sameProcess = uses.stream().noneMatch(remoteServices::isElsewhere);
        KindReason kind = byTags(methods, () -> byConvention(testClass, uses, sameProcess));
        return new Classification(kind.kind(), kind.reason(), sameProcess);
    }

    private static KindReason byTags(List<TestMethod> methods, Supplier<KindReason> convention) {
        Set<TestKind> kinds = EnumSet.noneOf(TestKind.class);
        boolean anyUntagged = false;
        for (TestMethod method : methods) {
            Optional<TestKind> kind = method.tags().stream()
                    .map(KindNames::ofTag)
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder());
            kind.ifPresent(kinds::add);
            anyUntagged |= kind.isEmpty();
        }
        if (kinds.isEmpty()) {
            return convention.get();
        }
        TestKind strongest = kinds.stream().max(Comparator.naturalOrder()).orElseThrow();
        boolean differ = kinds.size() > 1;
        if (anyUntagged) {
            KindReason untagged = convention.get();
            if (untagged.kind().compareTo(strongest) > 0) {
                return new KindReason(untagged.kind(), untagged.reason() + STRONGEST);
            }
            differ |= untagged.kind() != strongest;
        }
        return new KindReason(strongest, "tagged " + strongest.tag() + (differ ? STRONGEST : ""));
    }

    private KindReason byConvention(ClassFacts testClass, List<TestClassCode> uses, boolean sameProcess) {
        Optional<KindReason> framework = uses.stream()
                .map(TestKindClassifier::setup)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(KindReason::kind));
        Optional<KindReason> location = locations.of(testClass);
        String simpleName = ClassNames.simpleName(testClass.name());
        Optional<KindReason> name =
                KindNames.ofClass(simpleName).map(kind -> new KindReason(kind, "named " + simpleName));
        if (framework.isPresent()) {
            return lifted(framework.get(), Stream.of(location, name).flatMap(Optional::stream));
        }
        return location.or(() -> name)
                .orElseGet(() -> sameProcess
                        ? new KindReason(TestKind.UNIT, "nothing makes it another kind")
                        : new KindReason(TestKind.INTEGRATION, "calls a service in another process"));
    }

    private static Optional<KindReason> setup(TestClassCode test) {
        Optional<TestSetup> byFramework = Frameworks.testSetup(test);
        Optional<TestSetup> byMain = test.main()
                .map(call -> new TestSetup(
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
