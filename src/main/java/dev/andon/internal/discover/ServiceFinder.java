package dev.andon.internal.discover;

import dev.andon.ServiceConvention;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.discover.Service.Tier;
import dev.andon.internal.frameworks.ClassView;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the services among the production classes: by the user's patterns and conventions, then by frameworks. */
final class ServiceFinder {

    private final Classes classes;
    private final DiscoveryRequest request;
    private final AnnotatedRoutes annotatedRoutes;
    private final List<NamePattern> packages;
    private final List<NamePattern> includes;
    private final List<NamePattern> excludes;

    ServiceFinder(Classes classes, DiscoveryRequest request) {
        this.classes = classes;
        this.request = request;
        this.annotatedRoutes = new AnnotatedRoutes(classes);
        this.packages = request.packages().stream().map(NamePattern::ofPackage).toList();
        this.includes =
                request.includeServices().stream().map(NamePattern::ofClass).toList();
        this.excludes =
                request.excludeServices().stream().map(NamePattern::ofClass).toList();
    }

    /** Which tier a class belongs to, and why. */
    private record Classification(Tier tier, String reason) {}

    List<Service> services() {
        List<ClassFacts> candidates = classes.index().classes().stream()
                .filter(facts -> !Classes.inTests(facts) && inPackages(facts))
                .toList();
        CodedRoutes coded = CodedRoutes.of(classes, candidates);
        Map<String, Integer> implementations = implementations();
        Map<String, Service> found = new LinkedHashMap<>();
        for (ClassFacts facts : candidates) {
            if (Classes.isConcrete(facts)
                    && !GeneratedCode.is(facts, classes.index())
                    && matchesNone(excludes, facts.name())) {
                ClassView type = classes.view(facts);
                classify(type, coded)
                        .filter(classification ->
                                CanaryFinder.annotation(classes, facts).isEmpty())
                        .ifPresent(classification -> found.put(
                                CodedRoutes.key(module(facts), facts.name()),
                                service(type, classification, coded, implementations)));
            }
        }
        return promoted(List.copyOf(found.values()), candidates);
    }

    /** Returns the classes among tests that answer requests: they may stand in for a service. */
    List<Service> standIns() {
        List<ClassFacts> candidates = classes.index().classes().stream()
                .filter(facts -> Classes.inTests(facts) && Classes.isConcrete(facts))
                .toList();
        CodedRoutes coded = CodedRoutes.of(classes, candidates);
        return candidates.stream()
                .map(classes::view)
                .filter(type -> coded.has(type.facts()) || entryPoint(type).isPresent())
                .map(type -> service(type, new Classification(Tier.ENTRY, "in test code"), coded, Map.of()))
                .filter(standIn -> !standIn.routes().isEmpty())
                .toList();
    }

    private Optional<Classification> classify(ClassView type, CodedRoutes coded) {
        String name = type.facts().name();
        if (!matchesNone(includes, name)) {
            return Optional.of(new Classification(Tier.ENTRY, "included by pattern"));
        }
        return byConvention(type)
                .or(() -> entryPoint(type).map(reason -> new Classification(Tier.ENTRY, reason)))
                .or(() -> coded.has(type.facts())
                        ? Optional.of(new Classification(Tier.ENTRY, "routes declared in code"))
                        : Optional.empty())
                .or(() -> component(type).map(reason -> new Classification(Tier.INNER, reason)));
    }

    private Optional<Classification> byConvention(ClassView type) {
        ServiceConvention.Candidate candidate = new ServiceConvention.Candidate(
                type.facts().name(), false, Set.copyOf(type.annotations()), type.superTypes());
        return request.conventions().stream()
                .filter(convention -> convention.isService(candidate))
                .map(convention -> new Classification(
                        Tier.ENTRY, "convention " + convention.getClass().getSimpleName()))
                .findFirst();
    }

    private static Optional<String> entryPoint(ClassView type) {
        return Frameworks.any(Framework::isNotEntryPoint, type)
                ? Optional.empty()
                : Frameworks.first(Framework::entryPoint, type);
    }

    private static Optional<String> component(ClassView type) {
        return Frameworks.any(Framework::isNotComponent, type)
                ? Optional.empty()
                : Frameworks.first(Framework::component, type);
    }

    private Service service(
            ClassView type, Classification classification, CodedRoutes coded, Map<String, Integer> implementations) {
        ClassFacts facts = type.facts();
        AnnotatedRoutes.Declared declared = annotatedRoutes.of(type);
        List<Route> routes = Stream.concat(declared.routes().stream(), coded.of(facts).stream())
                .distinct()
                .toList();
        Set<String> entryTypes = new LinkedHashSet<>(declared.holders());
        for (Framework framework : Frameworks.ALL) {
            entryTypes.addAll(framework.entryTypes(type));
        }
        facts.interfaces().stream()
                .filter(each -> implementations.getOrDefault(each, 0) == 1)
                .forEach(entryTypes::add);
        return new Service(
                facts.name(),
                module(facts),
                classification.tier(),
                classification.reason(),
                routes,
                List.copyOf(entryTypes),
                classes.location(facts));
    }

    /** Counts, for each interface of the build, the production classes that implement it. */
    private Map<String, Integer> implementations() {
        Set<String> interfaces = classes.index().classes().stream()
                .filter(facts -> facts.isInterface() && !Classes.inTests(facts))
                .map(ClassFacts::name)
                .collect(Collectors.toSet());
        Map<String, Integer> counts = new HashMap<>();
        for (ClassFacts facts : classes.index().classes()) {
            if (!Classes.inTests(facts) && !facts.isInterface()) {
                facts.interfaces().stream()
                        .filter(interfaces::contains)
                        .forEach(type -> counts.merge(type, 1, Integer::sum));
            }
        }
        return counts;
    }

    /**
     * In a module without entry points, the components are what can be seen from outside, so they become entry points. A
     * class that looks like one, which a note names, is one all the same.
     */
    private List<Service> promoted(List<Service> services, List<ClassFacts> candidates) {
        Set<String> entered = services.stream()
                .filter(service -> service.tier() == Tier.ENTRY)
                .map(Service::module)
                .collect(Collectors.toSet());
        EntryPointLooks looks = new EntryPointLooks(classes);
        services.stream().map(Service::module).distinct().filter(module -> !entered.contains(module)).toList().stream()
                .filter(module -> candidates.stream()
                        .filter(facts -> module(facts).equals(module) && matchesNone(excludes, facts.name()))
                        .anyMatch(facts -> looks.of(facts).isPresent()))
                .forEach(entered::add);
        List<Service> all = new ArrayList<>();
        for (Service service : services) {
            all.add(entered.contains(service.module()) ? service : service.asEntryPoint());
        }
        all.sort(Comparator.comparing(Service::name).thenComparing(Service::module));
        return List.copyOf(all);
    }

    private boolean inPackages(ClassFacts facts) {
        return packages.isEmpty()
                || packages.stream().anyMatch(pattern -> pattern.matches(ClassNames.packageOf(facts.name())));
    }

    private static boolean matchesNone(List<NamePattern> patterns, String name) {
        return patterns.stream().noneMatch(pattern -> pattern.matches(name));
    }

    private static String module(ClassFacts facts) {
        return facts.root() == null ? "" : facts.root().module();
    }
}
