package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.Route;
import dev.andon.internal.discover.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which service performs a key operation. */
final class Operations {
    private Operations() {}

    /** Returns those of the operations that the service performs. */
    static List<Demands.Operation> of(Service service, List<Demands.Operation> operations) {
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
    static String words(Demands.Operation operation) {
        return "\"" + operation.name() + "\"" + (operation.of().isEmpty() ? "" : " (" + operation.of() + ")");
    }

    static boolean performedBy(Demands.Operation operation, Service service) {
        if (!operation.service().isEmpty()) {
            return operation.service().equals(service.name())
                    || service.entryTypes().contains(operation.service());
        }
        return service.routes().stream().anyMatch(route -> matches(operation.of(), route.verb(), route.template()));
    }

    /** Whether the routes that a test is known to ask for are all others than the operation's. */
    static boolean elsewhere(Demands.Operation operation, List<String> routes) {
        return !operation.of().isEmpty()
                && !routes.isEmpty()
                && routes.stream()
                        .map(route -> route.split(" ", 2))
                        .noneMatch(parts -> matches(operation.of(), parts[0], parts[1]));
    }

    /** Parameter names do not matter: {@code GET /orders/{id}} is {@code GET /orders/{orderId}}. */
    private static boolean matches(String of, String verb, String template) {
        String[] parts = of.trim().split("\\s+", 2);
        return parts.length == 2
                && (verb.equals("*") || verb.equals(parts[0].toUpperCase(Locale.ROOT)))
                && plain(parts[1]).equals(plain(template));
    }

    /** Whether two routes as people write them are one; parameter names, case of the verb and white space do not matter. */
    static boolean sameRoute(String one, String other) {
        String[] parts = other.trim().split("\\s+", 2);
        return parts.length == 2
                ? matches(one, parts[0].toUpperCase(Locale.ROOT), parts[1])
                : one.trim().equals(other.trim());
    }

    static boolean sameRoute(String written, Route route) {
        return matches(written, route.verb(), route.template());
    }

    private static String plain(String template) {
        String anonymous = template.replaceAll("\\{[^/]*}", "{}");
        return anonymous.length() > 1 && anonymous.endsWith("/")
                ? anonymous.substring(0, anonymous.length() - 1)
                : anonymous;
    }

    /** An operation that no service performs would never be asked for: that must not pass in silence. */
    static Optional<PracticeResult> unknown(String id, List<Demands.Operation> operations, List<Service> services) {
        List<Demands.Operation> lost = operations.stream()
                .filter(operation -> services.stream().noneMatch(service -> performedBy(operation, service)))
                .toList();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        String names = lost.stream().map(Operations::words).collect(Collectors.joining(", "));
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
                (routes.isEmpty() ? "" : "let @KeyOperation(of = …) name one of these routes, or ")
                        + "name the service with @KeyOperation(service = …)"));
    }
}
