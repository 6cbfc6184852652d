package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import java.util.List;
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
        return new Inventory(
                new ServiceFinder(classes, request).services(),
                new TestClassFinder(classes).testClasses(),
                new CanaryFinder(classes).canaries());
    }

    /** Returns which class names lie in packages, their subpackages included, or match patterns of packages. */
    public static Predicate<String> within(List<String> packages) {
        List<NamePattern> patterns =
                packages.stream().map(NamePattern::ofPackage).toList();
        return name -> patterns.stream().anyMatch(pattern -> pattern.matches(Classes.packageOf(name)));
    }

    /** Returns the concrete test classes that carry the readiness annotation, themselves or by a superclass. */
    public static List<ClassFacts> readinessClasses(CodeIndex index) {
        Classes classes = new Classes(index);
        return index.classes().stream()
                .filter(facts -> Classes.inTests(facts) && Classes.isConcrete(facts))
                .filter(facts -> isReadiness(classes, facts))
                .toList();
    }

    static boolean isReadiness(Classes classes, ClassFacts facts) {
        return classes.hierarchy(facts).stream()
                .anyMatch(type ->
                        classes.index().annotationTypes(type.annotations()).contains(READINESS));
    }

    /**
     * Returns what the request names and the build does not have: a typing error, most often.
     *
     * @param index the build
     * @param request what was asked for
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

    /** Returns the patterns of services that match classes of the build, yet none that is a service, or a canary instead. */
    public static List<String> fruitless(DiscoveryRequest request, Inventory inventory) {
        List<String> judged = Stream.concat(
                        inventory.services().stream().map(Service::name),
                        inventory.canaries().stream().map(CanaryClass::name))
                .toList();
        return without(request.includeServices(), judged, NamePattern::ofClass);
    }

    /** Returns the topmost packages that the build's production classes lie in. */
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
        return names.stream().map(Classes::packageOf).distinct().sorted().toList();
    }

    private static List<String> without(
            List<String> patterns, List<String> names, Function<String, NamePattern> reading) {
        return patterns.stream()
                .filter(pattern -> names.stream().noneMatch(reading.apply(pattern)::matches))
                .toList();
    }

    /** Drops the packages that lie below another one. */
    private static List<String> tops(List<String> packages) {
        return packages.stream()
                .filter(name -> packages.stream().noneMatch(other -> name.startsWith(other + ".")))
                .toList();
    }

    /**
     * What matches no production class.
     *
     * @param packages the packages asked for that hold none
     * @param includeServices the patterns of services that match none
     * @param excludeServices the patterns of what is no service that match none
     * @param packagesOfBuild the topmost packages that the build's production classes lie in
     */
    public record Unmatched(
            List<String> packages,
            List<String> includeServices,
            List<String> excludeServices,
            List<String> packagesOfBuild) {}
}
