package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.OperationText;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.FirstFew;
import dev.andon.internal.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether every key operation has a canary, and whether every canary is for a key operation. */
final class CanariesCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.SERVICE, "canaries");

    static final FindingTemplate WATCHED = new FindingTemplate("watched", "{operation}: {canaries}");
    static final FindingTemplate ALL_KNOWN =
            new FindingTemplate("all-known", "each of {count:canary} is for one of {operations:key operation}");
    static final FindingTemplate NO_CANARY = new FindingTemplate(
            "no-canary",
            "{operation} has no canary, among {count}{nearest}",
            "write a canary that performs it as a user would and verifies the outcome, in a module of its own: "
                    + "@Canary(operation = \"{name}\"{route}, …)");
    static final FindingTemplate NO_CANARY_KNOWN = new FindingTemplate(
            "no-canary",
            "{operation} has no canary that this build knows: no module at hand has a canary class, and no jar on the test "
                    + "class path holds the record of one ({record})",
            NO_CANARY.fix()
                    + "; where it exists, put its module or jar on the test class path of this one, and let the "
                    + "module's own build run a readiness class, which writes the record");
    static final FindingTemplate DISABLED = new FindingTemplate(
            "disabled", "the canary of {operation}, {canary}, exists, but is disabled", "enable its test");
    static final FindingTemplate NOT_DEPLOYABLE = new FindingTemplate(
            "not-deployable",
            "the canary of {operation}, {canary}, lies in the {part} of the service's own module, {module}, so it cannot be "
                    + "deployed without the service",
            "move it into a module of its own, which does not depend on the service");
    static final FindingTemplate OTHER_ROUTE = new FindingTemplate(
            "other-route",
            "the key operation \"{name}\" is {route}, and the canary {canary} says that it is {canaryRoute}",
            "let @KeyOperation or operations.yaml, and @Canary, name the same route");
    static final FindingTemplate UNKNOWN_OPERATION = new FindingTemplate(
            "not-a-key-operation",
            "{canary} is for \"{name}\", which is not a key operation; {suggestion}",
            "let @Canary(operation = …) and the @KeyOperation of the readiness class, or operations.yaml, use one name");
    static final FindingTemplate NOTHING_KNOWN = new FindingTemplate(
            "no-operation-and-no-canary",
            "there is neither a key operation nor a canary, so it is not known what users cannot do without",
            "name the few key operations, with @KeyOperation(name = \"place an order\", route = \"POST /orders\") on the "
                    + "readiness class or in operations.yaml, and write a canary for each");

    private static final int ROUTES_SHOWN = 10;

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        if (subject instanceof Subject.OfService of) {
            return ofService(of.service(), evidence, requirements.operations());
        }
        return subject instanceof Subject.CodeBase
                ? ofCodebase(evidence.services(), evidence.canaries(), requirements.operations())
                : List.of();
    }

    private static List<Result> ofService(
            Service service, BuildEvidence evidence, List<Requirements.Operation> operations) {
        List<KnownCanary> canaries = evidence.canaries();
        List<Requirements.Operation> own = OperationMatcher.of(service, operations);
        if (own.isEmpty()) {
            return List.of(Result.notApplicable(OperationMatcher.NO_OPERATION.with()));
        }
        List<Result> results = new ArrayList<>();
        for (Requirements.Operation operation : own) {
            List<KnownCanary> watching = watching(operation, canaries);
            List<String> names = watching.stream().map(KnownCanary::name).toList();
            results.add(fault(operation, canaries, evidence.services())
                    .map(fault -> Result.violated(fault, names))
                    .orElseGet(() -> Result.met(
                            WATCHED.with(
                                    "operation",
                                    OperationMatcher.label(operation),
                                    "canaries",
                                    watching.stream().map(KnownCanary::label).toList()),
                            names)));
        }
        return results;
    }

    private static List<KnownCanary> watching(Requirements.Operation operation, List<KnownCanary> canaries) {
        return canaries.stream()
                .filter(canary -> canary.isFor(operation.name()))
                .toList();
    }

    private static Optional<Finding> fault(
            Requirements.Operation operation, List<KnownCanary> canaries, List<Service> services) {
        List<KnownCanary> watching = watching(operation, canaries);
        String label = OperationMatcher.label(operation);
        // A canary that requests another route watches something else, whatever its operation is called.
        for (KnownCanary canary : watching) {
            String route = canary.written().route().trim();
            if (!route.isEmpty()
                    && !operation.route().isEmpty()
                    && !OperationText.sameRoute(route, operation.route())) {
                return Optional.of(OTHER_ROUTE
                        .with(
                                "name",
                                operation.name(),
                                "route",
                                operation.route(),
                                "canary",
                                canary.label(),
                                "canaryRoute",
                                route)
                        .identifiedBy(operation.name()));
            }
        }
        if (watching.isEmpty()) {
            return Optional.of((canaries.isEmpty() ? NO_CANARY_KNOWN : NO_CANARY)
                    .with(
                            "record",
                            CanaryRecordCodec.NAME,
                            "operation",
                            label,
                            "count",
                            canaries.size(),
                            "nearest",
                            nearest(operation, canaries),
                            "name",
                            operation.name(),
                            "route",
                            operation.route().isEmpty() ? "" : ", route = \"" + operation.route() + "\"")
                    .identifiedBy(operation.name()));
        }
        if (watching.stream().allMatch(KnownCanary::disabled)) {
            return Optional.of(
                    DISABLED.with("operation", label, "canary", watching.get(0).label())
                            .identifiedBy(operation.name()));
        }
        return watching.stream().allMatch(canary -> isPartOfService(canary, services))
                ? Optional.of(notDeployable(label, watching.get(0)).identifiedBy(operation.name()))
                : Optional.empty();
    }

    /** Of a recorded canary there is an artefact; one of this build has an artefact of its own in a module of its own. */
    private static boolean isPartOfService(KnownCanary canary, List<Service> services) {
        return canary.inCode() != null
                && services.stream().anyMatch(service -> service.module().equals(canary.module()));
    }

    private static Finding notDeployable(String operation, KnownCanary canary) {
        boolean shipped = canary.inCode() != null && canary.inCode().shipped();
        return NOT_DEPLOYABLE.with(
                "operation",
                operation,
                "canary",
                canary.label(),
                "part",
                shipped ? "production classes" : "tests",
                "module",
                canary.module());
    }

    private static String nearest(Requirements.Operation operation, List<KnownCanary> canaries) {
        return Nearest.to(
                        OperationText.normalized(operation.name()),
                        canaries.stream()
                                .map(canary -> OperationText.normalized(
                                        canary.written().operation()))
                                .toList())
                .flatMap(near ->
                        canaries.stream().filter(canary -> canary.isFor(near)).findFirst())
                .map(canary ->
                        "; " + canary.label() + " is for \"" + canary.written().operation() + "\"")
                .orElse("");
    }

    private static List<Result> ofCodebase(
            List<Service> services, List<KnownCanary> canaries, List<Requirements.Operation> operations) {
        if (canaries.isEmpty() && operations.isEmpty()) {
            return List.of(Result.violated(NOTHING_KNOWN.with()));
        }
        List<Finding> faults = new ArrayList<>(unknownOperations(canaries, operations));
        if (services.isEmpty()) {
            operations.forEach(operation -> fault(operation, canaries, services).ifPresent(faults::add));
        } else {
            OperationMatcher.unperformed(operations, services).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            return faults.stream().map(Result::violated).toList();
        }
        return canaries.isEmpty()
                ? List.of()
                : List.of(Result.met(
                        ALL_KNOWN.with("count", canaries.size(), "operations", operations.size()),
                        canaries.stream().map(KnownCanary::name).toList()));
    }

    private static List<Finding> unknownOperations(
            List<KnownCanary> canaries, List<Requirements.Operation> operations) {
        List<String> names = operations.stream()
                .map(operation -> OperationText.normalized(operation.name()))
                .toList();
        return canaries.stream()
                .filter(canary -> operations.stream().noneMatch(operation -> canary.isFor(operation.name())))
                .map(canary -> UNKNOWN_OPERATION
                        .with(
                                "canary",
                                canary.label(),
                                "name",
                                canary.written().operation(),
                                "suggestion",
                                Nearest.to(
                                                OperationText.normalized(
                                                        canary.written().operation()),
                                                names)
                                        .map(near -> "did you mean \"" + near + "\"?")
                                        .orElse(operations.isEmpty() ? "there is none" : "there are " + names))
                        .identifiedBy(canary.name()))
                .toList();
    }

    /** Returns a hint at the routes that neither a key operation nor a canary names. */
    static Optional<String> unnamedRoutes(BuildEvidence evidence, Requirements requirements) {
        List<String> routes = evidence.services().stream()
                .flatMap(service -> service.routes().stream())
                .distinct()
                .filter(route ->
                        requirements.operations().stream().noneMatch(operation -> isRoute(operation.route(), route)))
                .filter(route -> evidence.canaries().stream()
                        .noneMatch(canary -> isRoute(canary.written().route(), route)))
                .map(Route::toString)
                .sorted()
                .collect(Collectors.toList());
        return routes.isEmpty()
                ? Optional.empty()
                : Optional.of("hint: no key operation and no canary names " + FirstFew.of(routes, ROUTES_SHOWN));
    }

    private static boolean isRoute(String written, Route route) {
        return OperationText.sameRoute(written, route.verb(), route.template());
    }
}
