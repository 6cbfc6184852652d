package dev.andon.internal.evidence.links;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.discover.HelperCode;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.PathPrefixes;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.ShadowedServiceNotes;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds which test class reaches which service, and how. */
public final class Links {

    private static final String SEVERAL = "a request at %s that several services answer alike (%s)";

    private final ValueFlow flow;
    private final ClientCalls clients;
    private final List<Service> services;
    private final Production production;
    private final RouteMatch routes;
    private final StandIns standIns;
    private final PathPrefixes configured;
    private final BeansOfTests beans;
    private final BoundListeners listeners;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, List<Service>> byName = new HashMap<>();
    private final Map<String, List<Service>> bySimpleName;
    private final Map<Service, Integer> order = new HashMap<>();
    private final boolean anyInner;

    private Links(CodeIndex index, Inventory inventory) {
        this.clients = new ClientCalls(index);
        this.flow = new ValueFlow(index.graph(), HelperCode.of(index, inventory), clients);
        this.services = inventory.services().stream()
                .filter(service -> !ShadowedServiceNotes.is(service, index))
                .toList();
        this.production = new Production(flow.graph());
        this.configured = PathPrefixes.of(index);
        this.routes = new RouteMatch(services, configured);
        this.beans = new BeansOfTests(flow.graph(), inventory, configured);
        this.standIns = new StandIns(flow.graph(), production, inventory.standIns(), beans, configured);
        this.listeners = new BoundListeners(flow.graph(), configured);
        this.anyInner = services.stream().anyMatch(service -> service.tier() == Service.Tier.INNER);
        this.bySimpleName =
                services.stream().collect(Collectors.groupingBy(service -> Requests.simpleName(service.name())));
        for (Service service : services) {
            order.put(service, order.size());
            Set<String> named = ServiceNames.of(service, flow.graph());
            names.put(service.name(), named);
            named.forEach(name ->
                    byName.computeIfAbsent(name, ignored -> new ArrayList<>()).add(service));
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

    private List<Link> of(TestClass testClass) {
        Walk walk = new Walk(flow, clients);
        walk.through(testClass, beans);
        Map<Service, LinkReasons> linked = new LinkedHashMap<>();
        Map<Service, String> unclear = new LinkedHashMap<>();
        byCalls(walk, linked, unclear);
        StartedApplication started = new StartedApplication(flow.graph(), production, beans, testClass, walk);
        byStubs(testClass, started, walk, linked, unclear);
        byRoutes(testClass, started, walk, linked, unclear);
        byMessages(testClass, walk, linked, unclear);
        behind(walk, linked);
        List<Link> links = new ArrayList<>();
        List<Service> named = ServiceByTestName.services(testClass, bySimpleName);
        for (Service service : concerned(testClass, linked.keySet(), unclear.keySet(), named, walk)) {
            LinkReasons reasons = linked.get(service);
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
                weaker(testClass, service, named, walk, unclear).ifPresent(links::add);
            }
        }
        return links;
    }

    /** The services that a test class may be linked to, in order. Asking about all would be too slow in a large build. */
    private List<Service> concerned(
            TestClass testClass, Set<Service> linked, Set<Service> unclear, List<Service> named, Walk walk) {
        Set<Service> concerned = new HashSet<>(linked);
        concerned.addAll(unclear);
        concerned.addAll(named);
        Stream.concat(walk.mocked.stream(), testClass.declares().stream())
                .forEach(name -> concerned.addAll(byName.getOrDefault(name, List.of())));
        return concerned.stream().sorted(Comparator.comparing(order::get)).toList();
    }

    /** A test that declares a service but replaces it with a mock tests only the mock. */
    private Optional<Link> weaker(
            TestClass testClass, Service service, List<Service> named, Walk walk, Map<Service, String> unclear) {
        Link.Strength strength = Link.Strength.DECLARED;
        String via;
        if (unclear.containsKey(service)) {
            strength = Link.Strength.UNCLEAR;
            via = String.valueOf(unclear.get(service));
        } else if (isMocked(service, walk.mocked)) {
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
        return names(service).stream().anyMatch(mocked::contains);
    }

    private void byCalls(Walk walk, Map<Service, LinkReasons> linked, Map<Service, String> unclear) {
        for (Walk.Met met : walk.calls) {
            for (Service service : concerned(met)) {
                if (met.injected() && isMocked(service, walk.replaced.types)) {
                    continue;
                }
                called(met, service).ifPresent(reason -> {
                    if (met.injected() && isMocked(service, walk.replaced.uncertain)) {
                        unclear.putIfAbsent(service, "a call at " + met.place());
                        return;
                    }
                    LinkReasons reasons = linked.computeIfAbsent(service, ignored -> new LinkReasons());
                    reasons.add(reason + " at " + met.place(), met.method());
                    if (names(service).contains(met.call().owner())) {
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
        Set<Service> concerned = new LinkedHashSet<>(byName.getOrDefault(met.type(), List.of()));
        concerned.addAll(byName.getOrDefault(met.call().owner(), List.of()));
        met.given().forEach(type -> concerned.addAll(byName.getOrDefault(type, List.of())));
        return concerned;
    }

    private Optional<String> called(Walk.Met met, Service service) {
        Set<String> types = names(service);
        String simple = Requests.simpleName(service.name());
        String owner = met.call().owner();
        boolean own = types.contains(met.type()) || types.contains(owner);
        if (own && !met.onMock() && !met.call().name().startsWith("<")) {
            return Optional.of("calls " + simple + "." + met.call().name());
        }
        boolean handedOn = !own
                && met.given().stream().anyMatch(types::contains)
                && production.behind(owner, Set.of(), Set.of()).stream().anyMatch(types::contains);
        return handedOn ? Optional.of("passes " + simple + " to " + Requests.simpleName(owner)) : Optional.empty();
    }

    /** The stub of a generated client names the contract, not who implements it: only what the test serves counts. */
    private void byStubs(
            TestClass testClass,
            StartedApplication started,
            Walk walk,
            Map<Service, LinkReasons> linked,
            Map<Service, String> unclear) {
        Channels channels = walk.channels(configured, testClass.module());
        for (GeneratedClients.Stub stub : GeneratedClients.reaching(walk.stubs, channels, isElsewhere(testClass))) {
            Walk.Met met = stub.met();
            Sender sender = new Sender(met.place(), met.method(), false);
            Set<Service> implementing = services.stream()
                    .filter(service -> GeneratedClients.implementedBy(
                            service, stub.contract(), flow.graph().index()))
                    .filter(service -> serves(service, walk, sender) != SliceControllers.Serves.NO)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<Service> served = started.among(implementing);
            for (Service service : implementing) {
                if (served.isEmpty() || serves(service, walk, sender) == SliceControllers.Serves.UNKNOWN) {
                    unclear.putIfAbsent(service, SEVERAL.formatted(met.place(), names(implementing)));
                } else if (served.contains(service)) {
                    LinkReasons reasons = linked.computeIfAbsent(service, ignored -> new LinkReasons());
                    reasons.add(
                            "calls " + met.call().name() + " of a stub of " + Requests.simpleName(service.name())
                                    + " at " + met.place(),
                            met.method());
                    reasons.byOtherThanCalls = true;
                }
            }
        }
    }

    private void byMessages(
            TestClass testClass, Walk walk, Map<Service, LinkReasons> linked, Map<Service, String> unclear) {
        boolean starts = testClass.startsApplication() || isElsewhere(testClass);
        for (Messages.Reached reached : walk.messages.reaching(testClass.module(), services, listeners)) {
            Service service = reached.service();
            if (isMocked(service, walk.replaced.types)) {
                continue;
            }
            String via = "a message at " + reached.place();
            if (reached.certain() && starts && !isMocked(service, walk.replaced.uncertain)) {
                LinkReasons reasons = linked.computeIfAbsent(service, ignored -> new LinkReasons());
                reasons.add(via, reached.method());
                reasons.byOtherThanCalls = true;
            } else {
                unclear.putIfAbsent(service, via);
            }
        }
    }

    /** Returns whether the service runs in another process, at whatever host. */
    private static boolean isElsewhere(TestClass testClass) {
        return !testClass.sameProcess() || testClass.kind() == TestKind.END_TO_END;
    }

    /**
     * Who sends a request.
     *
     * @param place file and line
     * @param method the test method; null for set-up code
     * @param network whether it is a client that is not bound to what the test sets up
     */
    private record Sender(String place, @Nullable String method, boolean network) {}

    private void byRoutes(
            TestClass testClass,
            StartedApplication started,
            Walk walk,
            Map<Service, LinkReasons> linked,
            Map<Service, String> unclear) {
        StandIns.OfTest standIn = standIns.of(testClass, started, walk);
        for (Request request : walk.sent.requests(isElsewhere(testClass))) {
            List<RouteMatch.Reached> all = routes.of(request, testClass.module()).stream()
                    .map(found -> request.certain() ? found : found.unclear())
                    .toList();
            for (RouteMatch.Reached reached : all) {
                answered(request, reached, all, started, standIn, walk, linked, unclear);
            }
        }
        for (Walk.Operation operation : walk.operations) {
            for (RouteMatch.Reached reached : routes.ofOperation(operation.route(), testClass.module())) {
                Sender sender = new Sender(operation.place(), operation.method(), false);
                reached(reached, sender, walk, linked, unclear);
            }
        }
    }

    private void answered(
            Request request,
            RouteMatch.Reached reached,
            List<RouteMatch.Reached> all,
            StartedApplication started,
            StandIns.OfTest standIn,
            Walk walk,
            Map<Service, LinkReasons> linked,
            Map<Service, String> unclear) {
        Service service = reached.service();
        Sender sender = new Sender(request.place(), request.method(), request.network());
        StandIns.Answer answer = standIn.to(request, reached);
        boolean elsewhere = request.path().host() == UrlPath.Host.ELSEWHERE
                && names(service).stream().noneMatch(walk.named::contains);
        if (elsewhere
                || answer == StandIns.Answer.STAND_IN
                || serves(service, walk, sender) == SliceControllers.Serves.NO) {
            return;
        }
        if (!reached.certain()) {
            reached(reached, sender, walk, linked, unclear);
            return;
        }
        Set<Service> rivals = rivals(reached, all, walk, sender);
        Set<Service> served = started.among(rivals);
        if (served.isEmpty()) {
            unclear.putIfAbsent(service, SEVERAL.formatted(request.place(), names(rivals)));
        } else if (served.contains(service)) {
            RouteMatch.Reached known = answer == StandIns.Answer.UNKNOWN ? reached.unclear() : reached;
            reached(known, sender, walk, linked, unclear);
        }
    }

    private void reached(
            RouteMatch.Reached reached,
            Sender sender,
            Walk walk,
            Map<Service, LinkReasons> linked,
            Map<Service, String> unclear) {
        Service service = reached.service();
        SliceControllers.Serves serves = serves(service, walk, sender);
        if (isMocked(service, walk.replaced.types) || serves == SliceControllers.Serves.NO) {
            return;
        }
        if (!reached.certain()
                || serves == SliceControllers.Serves.UNKNOWN
                || isMocked(service, walk.replaced.stubbed)
                || isMocked(service, walk.replaced.uncertain)
                || walk.refused.contains(sender.method())) {
            unclear.putIfAbsent(service, "a request at " + sender.place());
            return;
        }
        LinkReasons reasons = linked.computeIfAbsent(service, ignored -> new LinkReasons());
        reasons.add(reached.route() + " at " + sender.place(), sender.method());
        reasons.routes.add(reached.route().toString());
        reasons.byOtherThanCalls = true;
    }

    /** The services that answer the same request and that the test may serve; they are of one application each. */
    private Set<Service> rivals(RouteMatch.Reached reached, List<RouteMatch.Reached> all, Walk walk, Sender sender) {
        return all.stream()
                .filter(other -> other.certain() && other.route().hasSameRequests(reached.route()))
                .map(RouteMatch.Reached::service)
                .filter(service -> serves(service, walk, sender) != SliceControllers.Serves.NO)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private SliceControllers.Serves serves(Service service, Walk walk, Sender sender) {
        return walk.served.serves(names(service), service.location().className(), sender.method(), sender.network());
    }

    private static String names(Set<Service> several) {
        return several.stream()
                .map(service -> Requests.simpleName(service.name()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Set<String> names(Service service) {
        return names.getOrDefault(service.name(), Set.of());
    }

    private void behind(Walk walk, Map<Service, LinkReasons> linked) {
        for (Map.Entry<Service, LinkReasons> entry : List.copyOf(linked.entrySet())) {
            if (!anyInner || entry.getKey().tier() != Service.Tier.ENTRY) {
                continue;
            }
            Set<String> reached =
                    production.behind(entry.getKey().name(), entry.getValue().called(), walk.mocked);
            for (Service inner : services) {
                if (inner.tier() == Service.Tier.INNER
                        && reached.contains(inner.name())
                        && !isMocked(inner, walk.mocked)) {
                    LinkReasons reasons = linked.computeIfAbsent(inner, ignored -> new LinkReasons());
                    reasons.add(
                            "behind " + Requests.simpleName(entry.getKey().name()) + ", " + entry.getValue().via, null);
                    reasons.methods.addAll(entry.getValue().methods);
                }
            }
        }
    }
}
