package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.OperationText;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether every key operation has a canary, and every canary a key operation: {@code canaries}. */
final class CanariesOfOperations {
    private static final String ID = Practice.CANARIES.id();
    private static final int SHOWN = 10;

    private final List<Service> services;
    private final List<KnownCanary> canaries;
    private final List<Requirements.Operation> operations;

    CanariesOfOperations(EvidenceIndex known, Requirements requirements) {
        this.services = known.services();
        this.canaries = known.canaries();
        this.operations = requirements.operations();
    }

    PracticeResult judge(Service service) {
        List<Requirements.Operation> own = OperationMatcher.of(service, operations);
        if (own.isEmpty()) {
            return OperationMatcher.performsNone(Practice.CANARIES);
        }
        List<CanaryFault> faults =
                own.stream().flatMap(operation -> fault(operation).stream()).toList();
        List<KnownCanary> watching = own.stream()
                .flatMap(operation -> of(operation).stream())
                .distinct()
                .toList();
        return faults.isEmpty()
                ? row(Verdict.MET, watching, own.stream().map(this::watched).collect(Collectors.joining("; ")), "")
                : violated(watching, faults);
    }

    private List<KnownCanary> of(Requirements.Operation operation) {
        return canaries.stream()
                .filter(canary -> canary.isFor(operation.name()))
                .toList();
    }

    private String watched(Requirements.Operation operation) {
        return OperationMatcher.words(operation) + ": "
                + of(operation).stream().map(KnownCanary::words).collect(Collectors.joining(", "));
    }

    /** A canary that asks for another route watches something else, whatever it is called. */
    private Optional<CanaryFault> fault(Requirements.Operation operation) {
        List<KnownCanary> watching = of(operation);
        for (KnownCanary canary : watching) {
            String of = canary.written().route().trim();
            if (!of.isEmpty() && !operation.route().isEmpty() && !OperationText.sameRoute(of, operation.route())) {
                return Optional.of(new CanaryFault(
                        "the key operation \"" + operation.name() + "\" is " + operation.route() + ", and the canary "
                                + canary.words() + " says that it is " + of,
                        "let @KeyOperation or operations.yaml, and @Canary, name the same route"));
            }
        }
        if (watching.isEmpty()) {
            return Optional.of(new CanaryFault(
                    OperationMatcher.words(operation) + " has no canary" + among(operation),
                    "write a canary that does it as a user would and verifies the outcome, in a module of its own: "
                            + "@Canary(operation = \"" + operation.name() + "\""
                            + (operation.route().isEmpty() ? "" : ", route = \"" + operation.route() + "\"") + ", …)"));
        }
        return watching.stream().allMatch(KnownCanary::disabled)
                ? Optional.of(new CanaryFault(
                        "the canary of " + OperationMatcher.words(operation) + ", "
                                + watching.get(0).words() + ", exists, but is disabled",
                        "enable its test"))
                : Optional.empty();
    }

    private String among(Requirements.Operation operation) {
        return Nearest.to(
                        OperationText.normalized(operation.name()),
                        canaries.stream()
                                .map(canary -> OperationText.normalized(
                                        canary.written().operation()))
                                .toList())
                .flatMap(near ->
                        canaries.stream().filter(canary -> canary.isFor(near)).findFirst())
                .map(canary -> ", among " + canaries.size() + "; " + canary.words() + " is for \""
                        + canary.written().operation() + "\"")
                .orElse(", among " + canaries.size());
    }

    /** What has no service. */
    Optional<PracticeResult> codebase() {
        if (canaries.isEmpty() && operations.isEmpty()) {
            return Optional.of(row(
                    Verdict.VIOLATED,
                    List.of(),
                    "there is neither a key operation nor a canary, so nobody knows what users cannot do without",
                    "name the few key operations, with @KeyOperation(name = \"place an order\", route = \"POST /orders\") on the "
                            + "readiness class or in operations.yaml, and write a canary for each"));
        }
        List<CanaryFault> faults = new ArrayList<>(strangers());
        if (services.isEmpty()) {
            operations.forEach(operation -> fault(operation).ifPresent(faults::add));
        } else {
            OperationMatcher.unknown(ID, operations, services)
                    .ifPresent(lost -> faults.add(new CanaryFault(lost.found(), lost.fix())));
        }
        if (!faults.isEmpty()) {
            return Optional.of(violated(List.of(), faults));
        }
        return canaries.isEmpty()
                ? Optional.empty()
                : Optional.of(row(
                        Verdict.MET,
                        canaries,
                        "each of " + canaries.size() + (canaries.size() == 1 ? " canary" : " canaries")
                                + " is for one of " + operations.size() + " key operations",
                        ""));
    }

    private List<CanaryFault> strangers() {
        List<String> names = operations.stream()
                .map(operation -> OperationText.normalized(operation.name()))
                .toList();
        return canaries.stream()
                .filter(canary -> operations.stream().noneMatch(operation -> canary.isFor(operation.name())))
                .map(canary -> new CanaryFault(
                        canary.words() + " is for \"" + canary.written().operation() + "\", which is no key operation"
                                + Nearest.to(
                                                OperationText.normalized(
                                                        canary.written().operation()),
                                                names)
                                        .map(near -> "; did you mean \"" + near + "\"?")
                                        .orElse(operations.isEmpty() ? "; there is none" : "; there are " + names),
                        "let @Canary(operation = …) and the @KeyOperation of the readiness class, or operations.yaml, use "
                                + "one name"))
                .toList();
    }

    /** The routes of services that nobody called important or unimportant. */
    Optional<String> hint() {
        List<String> routes = services.stream()
                .flatMap(service -> service.routes().stream())
                .distinct()
                .filter(route -> operations.stream()
                        .noneMatch(operation ->
                                OperationText.sameRoute(operation.route(), route.verb(), route.template())))
                .filter(route -> canaries.stream()
                        .noneMatch(canary ->
                                OperationText.sameRoute(canary.written().route(), route.verb(), route.template())))
                .map(Route::toString)
                .sorted()
                .toList();
        return routes.isEmpty()
                ? Optional.empty()
                : Optional.of("hint: no key operation and no canary names "
                        + routes.stream().limit(SHOWN).collect(Collectors.joining(", "))
                        + (routes.size() > SHOWN ? " and " + (routes.size() - SHOWN) + " more routes" : ""));
    }

    private static PracticeResult violated(List<KnownCanary> canaries, List<CanaryFault> faults) {
        return row(
                Verdict.VIOLATED,
                canaries,
                faults.stream().map(CanaryFault::found).collect(Collectors.joining("; ")),
                faults.stream().map(CanaryFault::fix).distinct().collect(Collectors.joining("; ")));
    }

    private static PracticeResult row(Verdict verdict, List<KnownCanary> canaries, String found, String fix) {
        return KnownCanary.row(Practice.CANARIES, verdict, canaries, found, fix);
    }
}
