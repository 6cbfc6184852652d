package dev.andon.internal.evidence.links;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.discover.HelperCode;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.ShadowedServiceNotes;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which test class reaches which service, and how. */
public final class Links {

    private final ValueFlow flow;
    private final List<Service> services;
    private final Production production;
    private final RouteMatch routes;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, List<Service>> byName = new HashMap<>();
    private final boolean anyInner;

    private Links(CodeIndex index, Inventory inventory) {
        this.flow = new ValueFlow(index.graph(), HelperCode.of(index, inventory));
        this.services = inventory.services().stream()
                .filter(service -> !ShadowedServiceNotes.is(service, index))
                .toList();
        this.production = new Production(flow.graph());
        this.routes = new RouteMatch(services);
        this.anyInner = services.stream().anyMatch(service -> service.tier() == Service.Tier.INNER);
        for (Service service : services) {
            names.put(service.name(), namesOf(service));
            namesOf(service).forEach(name -> byName.computeIfAbsent(name, ignored -> new ArrayList<>())
                    .add(service));
        }
    }

    /** Returns the strongest link of each pair of test class and service that has one. */
    public static List<Link> find(CodeIndex index, Inventory inventory) {
        Links links = new Links(index, inventory);
        return inventory.testClasses().stream()
                .filter(testClass -> !testClass.readiness())
                .flatMap(testClass -> links.of(testClass).stream())
                .toList();
    }

    /** The reasons to link one test class to one service. */
    private static final class Reasons {
        private @Nullable String via;
        private final Set<String> methods = new LinkedHashSet<>();
        private final Set<String> routes = new LinkedHashSet<>();
        private final Set<MethodKey> called = new LinkedHashSet<>();
        private boolean byOtherThanCalls;

        /** The methods of the service that are called; empty if the test also reaches it in another way. */
        Set<MethodKey> called() {
            return byOtherThanCalls ? Set.of() : called;
        }

        void add(String reason, @Nullable String method) {
            via = via == null ? reason : via;
            if (method != null) {
                methods.add(method);
            }
        }
    }

    private List<Link> of(TestClass testClass) {
        Walk walk = new Walk(flow);
        walk.through(testClass);
        Map<Service, Reasons> linked = new LinkedHashMap<>();
        byCalls(walk, linked);
        byRoutes(testClass, walk, linked);
        behind(walk, linked);
        List<Link> links = new ArrayList<>();
        List<Service> named = ServiceByTestName.services(testClass, services);
        for (Service service : services) {
            Reasons reasons = linked.get(service);
            if (reasons != null) {
                links.add(new Link(
                        testClass.name(),
                        service.name(),
                        service.module(),
                        Link.Strength.LINKED,
                        String.valueOf(reasons.via),
                        List.copyOf(reasons.methods),
                        List.copyOf(reasons.routes)));
            } else {
                weaker(testClass, service, named, walk).ifPresent(links::add);
            }
        }
        return links;
    }

    /** A test that declares a service but replaces it with a mock tests only the mock. */
    private Optional<Link> weaker(TestClass testClass, Service service, List<Service> named, Walk walk) {
        Link.Strength strength = Link.Strength.DECLARED;
        String via;
        if (isMocked(service, walk.mocked)) {
            strength = Link.Strength.MOCK_ONLY;
            via = "a mock of " + Requests.simpleName(service.name()) + " at " + testClass.location();
        } else if (testClass.declares().contains(service.name())) {
            via = "services = " + Requests.simpleName(service.name()) + " at " + testClass.location();
        } else if (named.contains(service)) {
            via = "its name at " + testClass.location();
        } else {
            return Optional.empty();
        }
        return Optional.of(
                new Link(testClass.name(), service.name(), service.module(), strength, via, List.of(), List.of()));
    }

    private boolean isMocked(Service service, Set<String> mocked) {
        return names.getOrDefault(service.name(), Set.of()).stream().anyMatch(mocked::contains);
    }

    /** The types that identify a service: its class, its entry types, and interfaces that no other class implements. */
    private Set<String> namesOf(Service service) {
        Set<String> all = new LinkedHashSet<>();
        all.add(service.name());
        all.addAll(service.entryTypes());
        for (String type : flow.graph().index().superTypes(service.name())) {
            boolean production = flow.graph()
                    .index()
                    .find(type)
                    .map(ClassFacts::root)
                    .filter(root -> !root.test())
                    .isPresent();
            if (production && implementations(type) == 1) {
                all.add(type);
            }
        }
        return all;
    }

    private long implementations(String type) {
        return flow.graph().subTypes(type).stream()
                .flatMap(name -> flow.graph().index().find(name).stream())
                .filter(facts -> facts.root() != null && !facts.root().test())
                .filter(facts -> !facts.isAbstract())
                .count();
    }

    private void byCalls(Walk walk, Map<Service, Reasons> linked) {
        for (Walk.Met met : walk.calls) {
            for (Service service : concerned(met)) {
                called(met, service).ifPresent(reason -> {
                    Reasons reasons = linked.computeIfAbsent(service, ignored -> new Reasons());
                    reasons.add(reason + " at " + met.place(), met.method());
                    if (names.getOrDefault(service.name(), Set.of())
                            .contains(met.call().owner())) {
                        reasons.called.add(MethodKey.of(met.call()));
                    } else {
                        reasons.byOtherThanCalls = true;
                    }
                });
            }
        }
    }

    /** The services that a call may reach. Checking every service for every call would be too slow in a large build. */
    private Set<Service> concerned(Walk.Met met) {
        if (GeneratedClients.isCalled(met.call())) {
            return new LinkedHashSet<>(services);
        }
        Set<Service> concerned = new LinkedHashSet<>(byName.getOrDefault(met.type(), List.of()));
        concerned.addAll(byName.getOrDefault(met.call().owner(), List.of()));
        met.given().forEach(type -> concerned.addAll(byName.getOrDefault(type, List.of())));
        return concerned;
    }

    private Optional<String> called(Walk.Met met, Service service) {
        Set<String> types = names.getOrDefault(service.name(), Set.of());
        String simple = Requests.simpleName(service.name());
        String owner = met.call().owner();
        boolean own = types.contains(met.type()) || types.contains(owner);
        if (own && !met.onMock() && !met.call().name().startsWith("<")) {
            return Optional.of("calls " + simple + "." + met.call().name());
        }
        if (!met.onMock()
                && GeneratedClients.isCalledFor(
                        service, met.call(), flow.graph().index())) {
            return Optional.of("calls " + met.call().name() + " of a stub of " + simple);
        }
        boolean handedOn = !own
                && met.given().stream().anyMatch(types::contains)
                && production.calledBy(owner).stream().anyMatch(types::contains);
        return handedOn ? Optional.of("passes " + simple + " to " + Requests.simpleName(owner)) : Optional.empty();
    }

    private void byRoutes(TestClass testClass, Walk walk, Map<Service, Reasons> linked) {
        for (Request request : walk.asked) {
            for (RouteMatch.Reached reached : routes.of(request, walk.bases, testClass.module())) {
                reached(reached, request.place(), request.method(), testClass, walk, linked);
            }
        }
        for (Walk.Operation operation : walk.operations) {
            for (RouteMatch.Reached reached : routes.ofOperation(operation.route(), testClass.module())) {
                reached(reached, operation.place(), operation.method(), testClass, walk, linked);
            }
        }
    }

    private void reached(
            RouteMatch.Reached reached,
            String place,
            @Nullable String method,
            TestClass testClass,
            Walk walk,
            Map<Service, Reasons> linked) {
        if (!isMocked(reached.service(), walk.replaced) && isServed(reached.service(), testClass, walk)) {
            Reasons reasons = linked.computeIfAbsent(reached.service(), ignored -> new Reasons());
            reasons.add(reached.route() + " at " + place, method);
            reasons.routes.add(reached.route().toString());
            reasons.byOtherThanCalls = true;
        }
    }

    /** A test slice that names its controllers serves no requests for other controllers. */
    private boolean isServed(Service service, TestClass testClass, Walk walk) {
        return testClass.kind() != TestKind.UNIT
                || walk.served.mayServe(
                        names.getOrDefault(service.name(), Set.of()),
                        service.location().className());
    }

    private void behind(Walk walk, Map<Service, Reasons> linked) {
        for (Map.Entry<Service, Reasons> entry : List.copyOf(linked.entrySet())) {
            if (!anyInner || entry.getKey().tier() != Service.Tier.ENTRY) {
                continue;
            }
            Set<String> reached =
                    production.behind(entry.getKey().name(), entry.getValue().called(), walk.mocked);
            for (Service inner : services) {
                if (inner.tier() == Service.Tier.INNER
                        && reached.contains(inner.name())
                        && !isMocked(inner, walk.mocked)) {
                    Reasons reasons = linked.computeIfAbsent(inner, ignored -> new Reasons());
                    reasons.add(
                            "behind " + Requests.simpleName(entry.getKey().name()) + ", " + entry.getValue().via, null);
                    reasons.methods.addAll(entry.getValue().methods);
                }
            }
        }
    }
}
