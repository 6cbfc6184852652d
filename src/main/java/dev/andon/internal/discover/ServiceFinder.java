package dev.andon.internal.discover;

import dev.andon.ServiceConvention;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.discover.Service.Tier;
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

/** Finds the services among the production classes. */
final class ServiceFinder {

    private final Classes classes;
    private final DiscoveryRequest request;
    private final MappingRoutes mappings;
    private final ServiceSigns signs;
    private final List<NamePattern> packages;
    private final List<NamePattern> includes;
    private final List<NamePattern> excludes;

    ServiceFinder(Classes classes, DiscoveryRequest request) {
        this.classes = classes;
        this.request = request;
        this.mappings = new MappingRoutes(classes);
        this.signs = new ServiceSigns(classes, mappings);
        this.packages = request.packages().stream().map(NamePattern::ofPackage).toList();
        this.includes =
                request.includeServices().stream().map(NamePattern::ofClass).toList();
        this.excludes =
                request.excludeServices().stream().map(NamePattern::ofClass).toList();
    }

    private record Sign(Tier tier, String reason) {}

    List<Service> services() {
        List<ClassFacts> candidates = classes.index().classes().stream()
                .filter(facts -> !Classes.inTests(facts) && inPackages(facts))
                .toList();
        Map<String, List<Route>> coded = codeRoutes(candidates);
        Map<String, Integer> implementations = implementations();
        Map<String, Service> found = new LinkedHashMap<>();
        for (ClassFacts facts : candidates) {
            if (Classes.isConcrete(facts) && !signs.isGenerated(facts) && matchesNone(excludes, facts.name())) {
                sign(facts, coded)
                        .filter(sign -> CanaryFinder.annotation(classes, facts).isEmpty())
                        .ifPresent(sign -> found.put(
                                module(facts) + " " + facts.name(), service(facts, sign, coded, implementations)));
            }
        }
        return promoted(List.copyOf(found.values()));
    }

    private Optional<Sign> sign(ClassFacts facts, Map<String, List<Route>> coded) {
        if (!matchesNone(includes, facts.name())) {
            return Optional.of(new Sign(Tier.ENTRY, "included by pattern"));
        }
        Optional<Sign> byConvention = request.conventions().stream()
                .filter(convention -> convention.isService(candidate(facts)))
                .map(convention -> new Sign(
                        Tier.ENTRY, "convention " + convention.getClass().getSimpleName()))
                .findFirst();
        return byConvention
                .or(() -> signs.entry(facts).map(reason -> new Sign(Tier.ENTRY, reason)))
                .or(() -> coded.containsKey(facts.name())
                        ? Optional.of(new Sign(Tier.ENTRY, "routes declared in code"))
                        : Optional.empty())
                .or(() -> signs.inner(facts).map(reason -> new Sign(Tier.INNER, reason)));
    }

    private ServiceConvention.Candidate candidate(ClassFacts facts) {
        return new ServiceConvention.Candidate(
                facts.name(), false, signs.annotations(facts), classes.index().superTypes(facts.name()));
    }

    private Service service(
            ClassFacts facts, Sign sign, Map<String, List<Route>> coded, Map<String, Integer> implementations) {
        MappingRoutes.Mapped mapped = mappings.of(facts);
        List<Route> routes = Stream.concat(
                        mapped.routes().stream(), coded.getOrDefault(facts.name(), List.of()).stream())
                .distinct()
                .toList();
        Set<String> entryTypes = new LinkedHashSet<>(mapped.holders());
        signs.grpcBase(facts).ifPresent(entryTypes::add);
        facts.interfaces().stream()
                .filter(type -> implementations.getOrDefault(type, 0) == 1)
                .forEach(entryTypes::add);
        return new Service(
                facts.name(),
                module(facts),
                sign.tier(),
                sign.reason(),
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

    /** Reads the code only of classes that may declare routes: Spring's say so by a return type, Javalin's by a module. */
    private Map<String, List<Route>> codeRoutes(List<ClassFacts> candidates) {
        Set<String> javalinModules = candidates.stream()
                .filter(CodeRoutes::namesJavalin)
                .map(ServiceFinder::module)
                .collect(Collectors.toSet());
        List<ClassFacts> declaring = candidates.stream()
                .filter(facts -> CodeRoutes.declaresRouterFunction(facts) || javalinModules.contains(module(facts)))
                .toList();
        return new CodeRoutes(classes).byHandler(declaring);
    }

    /** Where a module has no entry point at all, what lies behind is what the world can see of it. */
    private static List<Service> promoted(List<Service> services) {
        Set<String> entered = services.stream()
                .filter(service -> service.tier() == Tier.ENTRY)
                .map(Service::module)
                .collect(Collectors.toSet());
        List<Service> all = new ArrayList<>();
        for (Service service : services) {
            all.add(
                    entered.contains(service.module())
                            ? service
                            : new Service(
                                    service.name(),
                                    service.module(),
                                    Tier.ENTRY,
                                    service.reason(),
                                    service.routes(),
                                    service.entryTypes(),
                                    service.location()));
        }
        all.sort(Comparator.comparing(Service::name).thenComparing(Service::module));
        return List.copyOf(all);
    }

    private boolean inPackages(ClassFacts facts) {
        return packages.isEmpty()
                || packages.stream().anyMatch(pattern -> pattern.matches(Classes.packageOf(facts.name())));
    }

    private static boolean matchesNone(List<NamePattern> patterns, String name) {
        return patterns.stream().noneMatch(pattern -> pattern.matches(name));
    }

    private static String module(ClassFacts facts) {
        return facts.root() == null ? "" : facts.root().module();
    }
}
