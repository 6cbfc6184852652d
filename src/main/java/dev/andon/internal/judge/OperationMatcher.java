package dev.andon.internal.judge;

import dev.andon.internal.discover.Service;
import dev.andon.internal.require.OperationText;
import dev.andon.internal.require.Requirements;
import java.util.List;
import java.util.Optional;

/** Determines which service performs a key operation. */
final class OperationMatcher {
    static final FindingTemplate NO_OPERATION = new FindingTemplate("no-key-operation", "it performs no key operation");

    static final FindingTemplate UNKNOWN_OPERATION = new FindingTemplate(
            "unknown-operation",
            "no service performs the key operation {operations}; the routes of this build are {routes|20}",
            "let @KeyOperation(route = …) name one of these routes, or name the service with @KeyOperation(services = …)");

    static final FindingTemplate UNKNOWN_OPERATION_WITHOUT_ROUTES = new FindingTemplate(
            "unknown-operation",
            "no service performs the key operation {operations}; no service of this build has a route that Andon can read",
            "name the service with @KeyOperation(services = …)");

    private OperationMatcher() {}

    /** Returns those of the operations that the service performs. */
    static List<Requirements.Operation> of(Service service, List<Requirements.Operation> operations) {
        return operations.stream()
                .filter(operation -> performs(service, operation))
                .toList();
    }

    /** Returns the operation in the users' words, and its route. */
    static String label(Requirements.Operation operation) {
        return "\"" + operation.name() + "\"" + (operation.route().isEmpty() ? "" : " (" + operation.route() + ")");
    }

    static boolean performs(Service service, Requirements.Operation operation) {
        if (!operation.services().isEmpty()) {
            return operation.services().contains(service.name())
                    || operation.services().stream().anyMatch(service.entryTypes()::contains);
        }
        return hasRoute(service, operation.route());
    }

    static boolean hasRoute(Service service, String route) {
        return service.routes().stream().anyMatch(own -> OperationText.sameRoute(route, own.verb(), own.template()));
    }

    /** Returns whether a test is known to request routes, and none of them is the operation's. */
    static boolean elsewhere(Requirements.Operation operation, List<String> routes) {
        return !operation.route().isEmpty()
                && !routes.isEmpty()
                && routes.stream()
                        .map(route -> route.split(" ", 2))
                        .noneMatch(parts -> OperationText.sameRoute(operation.route(), parts[0], parts[1]));
    }

    /** Returns the operations that no service performs, which would never be required of any. */
    static Optional<Finding> unperformed(List<Requirements.Operation> operations, List<Service> services) {
        List<String> unperformed = operations.stream()
                .filter(operation -> services.stream().noneMatch(service -> performs(service, operation)))
                .map(OperationMatcher::label)
                .toList();
        if (unperformed.isEmpty()) {
            return Optional.empty();
        }
        List<String> routes = services.stream()
                .flatMap(service -> service.routes().stream())
                .map(Object::toString)
                .sorted()
                .toList();
        return Optional.of((routes.isEmpty()
                        ? UNKNOWN_OPERATION_WITHOUT_ROUTES.with("operations", unperformed)
                        : UNKNOWN_OPERATION.with("operations", unperformed, "routes", routes))
                .identifiedBy(unperformed));
    }
}
