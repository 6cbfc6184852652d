package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the services, test classes and canaries of a build. */
public final class Discovery {

    private static final String READINESS = "dev.andon.OperationalReadiness";

    private Discovery() {}

    /** Returns the services that the request asks for, all test classes of the test roots, and the canaries of all roots. */
    public static Inventory discover(CodeIndex index, DiscoveryRequest request) {
        Classes classes = new Classes(index);
        ServiceFinder services = new ServiceFinder(classes, request);
        return new Inventory(
                services.services(),
                new TestClassFinder(classes).testClasses(),
                new CanaryFinder(classes).canaries(),
                services.standIns(),
                request.assertionsIn());
    }

    /** Returns the canaries alone. */
    public static List<CanaryClass> canaries(CodeIndex index) {
        return new CanaryFinder(new Classes(index)).canaries();
    }

    /** Returns a predicate on class names: whether they lie in the packages, their subpackages included. */
    public static Predicate<String> within(List<String> packages) {
        List<NamePattern> patterns =
                packages.stream().map(NamePattern::ofPackage).toList();
        return name -> patterns.stream().anyMatch(pattern -> pattern.matches(ClassNames.packageOf(name)));
    }

    /** Returns the concrete test classes with the readiness annotation, their own or that of a superclass. */
    public static List<ClassFacts> readinessClasses(CodeIndex index) {
        Classes classes = new Classes(index);
        return index.classes().stream()
                .filter(facts -> Classes.inTests(facts) && Classes.isConcrete(facts))
                .filter(facts -> isReadiness(classes, facts))
                .toList();
    }

    /** Returns the readiness classes that check nothing whatever tests the build runs, and why. */
    public static Map<String, ReadinessClassFault> faultyReadinessClasses(CodeIndex index) {
        Classes classes = new Classes(index);
        Map<String, ReadinessClassFault> faults = new TreeMap<>();
        for (ClassFacts facts : index.classes()) {
            ReadinessClassFault.of(facts, classes).ifPresent(fault -> faults.put(facts.name(), fault));
        }
        return faults;
    }

    static boolean isReadiness(Classes classes, ClassFacts facts) {
        return classes.hierarchy(facts).stream()
                .anyMatch(type ->
                        classes.index().annotationTypes(type.annotations()).contains(READINESS));
    }

    /**
     * Returns the names in the request that match nothing in the build, most often because of a typing error.
     *
     * @param index the build
     * @param request the request
     */
    public static Unmatched unmatched(CodeIndex index, DiscoveryRequest request) {
        List<String> names = production(index);
        List<String> packages = packagesOf(names);
        return new Unmatched(
                without(request.packages(), packages, NamePattern::ofPackage),
                without(request.includeServices(), names, NamePattern::ofClass),
                without(request.excludeServices(), names, NamePattern::ofClass),
                tops(packages));
    }

    /** Returns the patterns of services that match neither a service nor a canary. */
    public static List<String> fruitless(DiscoveryRequest request, Inventory inventory) {
        List<String> judged = Stream.concat(
                        inventory.services().stream().map(Service::name),
                        inventory.canaries().stream().map(CanaryClass::name))
                .toList();
        return without(request.includeServices(), judged, NamePattern::ofClass);
    }

    /** Returns the topmost packages with production classes of the build. */
    public static List<String> packages(CodeIndex index) {
        return tops(packagesOf(production(index)));
    }

    private static List<String> production(CodeIndex index) {
        return index.classes().stream()
                .filter(facts -> !Classes.inTests(facts))
                .map(ClassFacts::name)
                .toList();
    }

    private static List<String> packagesOf(List<String> names) {
        return names.stream().map(ClassNames::packageOf).distinct().sorted().toList();
    }

    private static List<String> without(
            List<String> patterns, List<String> names, Function<String, NamePattern> parser) {
        return patterns.stream()
                .filter(pattern -> names.stream().noneMatch(parser.apply(pattern)::matches))
                .toList();
    }

    /** Drops the packages that are subpackages of another one. */
    private static List<String> tops(List<String> packages) {
        return packages.stream()
                .filter(name -> packages.stream().noneMatch(other -> name.startsWith(other + ".")))
                .toList();
    }

    /**
     * Names in a request that match no production class.
     *
     * @param packages the packages without any
     * @param includeServices the patterns of services to include that match none
     * @param excludeServices the patterns of services to exclude that match none
     * @param packagesOfBuild the topmost packages with production classes of the build
     */
    public record Unmatched(
            List<String> packages,
            List<String> includeServices,
            List<String> excludeServices,
            List<String> packagesOfBuild) {}
}
