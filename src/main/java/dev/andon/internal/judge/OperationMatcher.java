package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.require.OperationText;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which service performs a key operation. */
final class OperationMatcher {
    private OperationMatcher() {}

    /** Returns those of the operations that the service performs. */
    static List<Requirements.Operation> of(Service service, List<Requirements.Operation> operations) {
        return operations.stream()
                .filter(operation -> performedBy(operation, service))
                .toList();
    }

    /** Returns the row of a service that performs none. */
    static PracticeResult performsNone(Practice practice) {
        return new PracticeResult(
                practice.id(),
                Verdict.NOT_APPLICABLE,
                Evidence.NONE,
                List.of(),
                "no key operation is performed by it",
                "");
    }

    /** Returns the operation in the users' words, and its route. */
    static String words(Requirements.Operation operation) {
        return "\"" + operation.name() + "\"" + (operation.route().isEmpty() ? "" : " (" + operation.route() + ")");
    }

    static boolean performedBy(Requirements.Operation operation, Service service) {
        if (!operation.services().isEmpty()) {
            return operation.services().contains(service.name())
                    || operation.services().stream().anyMatch(service.entryTypes()::contains);
        }
        return service.routes().stream()
                .anyMatch(route -> OperationText.sameRoute(operation.route(), route.verb(), route.template()));
    }

    /** Whether the routes that a test is known to ask for are all others than the operation's. */
    static boolean elsewhere(Requirements.Operation operation, List<String> routes) {
        return !operation.route().isEmpty()
                && !routes.isEmpty()
                && routes.stream()
                        .map(route -> route.split(" ", 2))
                        .noneMatch(parts -> OperationText.sameRoute(operation.route(), parts[0], parts[1]));
    }

    /** An operation that no service performs would never be asked for: that must not pass in silence. */
    static Optional<PracticeResult> unknown(
            String id, List<Requirements.Operation> operations, List<Service> services) {
        List<Requirements.Operation> lost = operations.stream()
                .filter(operation -> services.stream().noneMatch(service -> performedBy(operation, service)))
                .toList();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        String names = lost.stream().map(OperationMatcher::words).collect(Collectors.joining(", "));
        String routes = services.stream()
                .flatMap(service -> service.routes().stream())
                .map(Object::toString)
                .sorted()
                .limit(20)
                .collect(Collectors.joining(", "));
        return Optional.of(new PracticeResult(
                id,
                Verdict.VIOLATED,
                Evidence.NONE,
                List.of(),
                "no service performs the key operation " + names
                        + (routes.isEmpty()
                                ? "; no service of this build has a route that Andon can read"
                                : "; the routes of this build are " + routes),
                (routes.isEmpty() ? "" : "let @KeyOperation(route = …) name one of these routes, or ")
                        + "name the service with @KeyOperation(services = …)"));
    }
}
