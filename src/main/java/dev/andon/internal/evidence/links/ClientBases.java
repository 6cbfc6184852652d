package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.frameworks.CallRule;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the base address of a client: where the client is made, or in a setting for all clients of its library. */
final class ClientBases {

    private static final Set<CallRule> SETTERS = Frameworks.union(Framework::baseSetters);
    private static final Set<CallRule> PORTS = Frameworks.union(Framework::portSetters);
    private static final Set<String> FIELDS = Frameworks.union(Framework::baseFields);
    private static final Set<CallRule> OF_TARGETS = Frameworks.union(Framework::clientsOfTargets);
    private static final Set<String> TARGETS = Frameworks.union(Framework::targetTypes);
    private static final Set<String> ADDRESSES = Frameworks.union(Framework::addressTypes);

    private final ValueFlow flow;
    private final StringResolver texts;

    ClientBases(ValueFlow flow, StringResolver texts) {
        this.flow = flow;
        this.texts = texts;
    }

    /** Returns whether the static field holds the base of all requests of its library. */
    static boolean isBase(String owner, String field) {
        return FIELDS.contains(owner + "." + field);
    }

    /** Returns the library of a class: the first two names of its package. */
    static String library(String className) {
        String[] names = className.split("\\.", 4);
        return names.length < 3 ? className : names[0] + "." + names[1];
    }

    /** Returns the bases that a client is made with; empty where the code does not show any. */
    List<String> of(Bound client) {
        return of(client, flow.graph().limits().valueSteps());
    }

    private List<String> of(Bound client, int steps) {
        if (steps == 0) {
            return List.of();
        }
        Bound origin = flow.origin(client);
        if (origin.value() instanceof Value.Created created) {
            List<Bound> arguments = origin.in().bindAll(created.arguments());
            Optional<List<String>> base = sets(new Call(created.type(), "<init>", "()V", 0))
                    ? arguments.stream()
                            .map(texts::of)
                            .filter(ClientBases::isKnown)
                            .findFirst()
                    : Optional.empty();
            return base.orElseGet(() -> ofAny(arguments, created.type(), steps));
        }
        if (!(origin.value() instanceof Value.Result result)) {
            return List.of();
        }
        Optional<Bound> set = set(result, origin.in());
        if (set.isPresent()) {
            List<String> base = texts.of(set.get());
            List<String> before = result.receiver() == null || base.stream().anyMatch(Requests::namesHost)
                    ? List.of()
                    : of(origin.in().bind(result.receiver()), steps - 1);
            return before.isEmpty() ? base : Requests.below(before, base);
        }
        Optional<List<String>> target =
                target(result, origin.in()).map(texts::of).filter(ClientBases::isKnown);
        if (target.isPresent()) {
            return target.get();
        }
        if (result.receiver() != null && result.arguments().size() == 1 && CallRule.any(PORTS, result.call())) {
            List<String> before = of(origin.in().bind(result.receiver()), steps - 1);
            List<String> ports = texts.of(origin.in().bind(result.arguments().get(0)));
            return ports.equals(List.of(StringResolver.GAP))
                    ? before
                    : UrlText.withPorts(before.isEmpty() ? List.of("") : before, ports);
        }
        List<String> given =
                ofAny(origin.in().bindAll(result.arguments()), result.call().owner(), steps);
        return given.isEmpty() && result.receiver() != null
                ? of(origin.in().bind(result.receiver()), steps - 1)
                : given;
    }

    /** A client may be made from another part of its library, as an adapter from the client that it adapts. */
    private List<String> ofAny(List<Bound> parts, String whole, int steps) {
        return parts.stream()
                .map(flow::origin)
                .filter(part -> library(madeBy(part.value())).equals(library(whole)))
                .map(part -> of(part, steps - 1))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String madeBy(Value value) {
        return value instanceof Value.Created created
                ? created.type()
                : value instanceof Value.Result result ? result.call().owner() : "";
    }

    /** The target of which a call makes a declared client: among what it is given, else what it is called on. */
    private static Optional<Bound> target(Value.Result result, Frame frame) {
        if (!CallRule.any(OF_TARGETS, result.call())) {
            return Optional.empty();
        }
        List<String> types = MethodKey.of(result.call()).parameterTypes();
        for (int i = 0; i < Math.min(types.size(), result.arguments().size()); i++) {
            if (TARGETS.contains(types.get(i))) {
                return Optional.of(frame.bind(result.arguments().get(i)));
            }
        }
        return Optional.ofNullable(result.receiver()).map(frame::bind);
    }

    private static boolean isKnown(List<String> urls) {
        return !urls.equals(List.of(StringResolver.GAP));
    }

    /** Returns the address that a call sets as the base of later requests. */
    Optional<Bound> set(Value.Result result, Frame frame) {
        if (!sets(result.call())) {
            return Optional.empty();
        }
        List<String> types = MethodKey.of(result.call()).parameterTypes();
        for (int i = 0; i < Math.min(types.size(), result.arguments().size()); i++) {
            if (ADDRESSES.contains(types.get(i))) {
                return Optional.of(frame.bind(result.arguments().get(i)));
            }
        }
        return Optional.empty();
    }

    /** Returns the bases that a call sets by an object which holds them, as a handler of URI templates. */
    List<String> handler(Value.Result result, Frame frame) {
        return sets(result.call())
                        && set(result, frame).isEmpty()
                        && result.call().descriptor().endsWith(")V")
                ? result.arguments().stream()
                        .flatMap(holder -> of(frame.bind(holder)).stream())
                        .toList()
                : List.of();
    }

    private static boolean sets(Call call) {
        return CallRule.any(SETTERS, call);
    }
}
