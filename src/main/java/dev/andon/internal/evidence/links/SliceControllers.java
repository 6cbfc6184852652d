package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The controllers, resources and services that tests put into a server of their own, if they name them. */
final class SliceControllers {

    private static final Set<String> SLICES = Frameworks.union(Framework::controllerSlices);
    private static final Set<String> ADDITIONS = Frameworks.union(Framework::sliceAdditions);

    private static final Set<String> ROUTERS = Frameworks.union(Framework::routerTypes);

    /** Stands for a mock, which is no service. */
    private static final String MOCK = "a mock";

    /** Whether requests of a test may reach a service. */
    enum Serves {
        YES,
        NO,
        /** The test sets up its own server, with what the code does not show. */
        UNKNOWN
    }

    private static final class Chosen {
        private final Set<String> types = new LinkedHashSet<>();
        private boolean unknown;
        private boolean any;
    }

    private final Chosen byClass = new Chosen();
    /** What one test method sets up, or, for null, what set-up code does for all of them. */
    private final Map<@Nullable String, Chosen> byMethod = new HashMap<>();
    /** Of that, what only clients that are bound to it reach. */
    private final Map<@Nullable String, Chosen> boundByMethod = new HashMap<>();

    /** Records what a call puts into a server. */
    void by(Value.Result result, Frame frame, ValueFlow flow, Mocks mocks, @Nullable String method) {
        if (!Frameworks.any(Framework::setsUpControllers, result.call())) {
            return;
        }
        boolean bindsClient = Frameworks.any(Framework::bindsClient, result.call());
        Chosen chosen = (bindsClient ? boundByMethod : byMethod).computeIfAbsent(method, ignored -> new Chosen());
        for (Value argument : result.arguments()) {
            List<Value> each = argument instanceof Value.Array array ? array.elements() : List.of(argument);
            chosen.unknown |= each.isEmpty()
                    && argument != result.arguments().get(result.arguments().size() - 1);
            for (Value one : each) {
                Bound bound = frame.bind(one);
                if (mocks.isMock(bound)) {
                    chosen.types.add(MOCK);
                } else {
                    choose(bound, flow, chosen);
                }
            }
        }
    }

    private static void choose(Bound value, ValueFlow flow, Chosen chosen) {
        Bound origin = flow.origin(value);
        if (origin.value() instanceof Value.Created created) {
            chosen.types.add(created.type());
            // An interceptor or a definition is made around the service that it wraps.
            created.arguments()
                    .forEach(inner -> addCreated(flow.origin(origin.in().bind(inner)), chosen));
        } else if (origin.value() instanceof Value.Field field) {
            injected(field.type(), flow, chosen);
        } else if (origin.value() instanceof Value.Literal literal) {
            chosen.types.add(literal.type());
        } else if (origin.value() instanceof Value.Function function) {
            List<Bound> returned = flow.returned(function.body(), origin.in());
            chosen.types.add(function.body().call().owner());
            returned.forEach(one -> choose(one, flow, chosen));
        } else if (origin.value() instanceof Value.Parameter parameter) {
            injected(parameter.type(), flow, chosen);
        } else if (origin.value() instanceof Value.Result result) {
            chosen.types.add(
                    value.value() instanceof Value.Result own
                            ? own.call().owner()
                            : result.call().owner());
            result.parts().forEach(part -> addCreated(flow.origin(origin.in().bind(part)), chosen));
            chosen.unknown |= chosen.types.stream().noneMatch(flow.graph()::isProduction);
        } else if (!(origin.value() instanceof Value.Numeral) && !(origin.value() instanceof Value.Text)) {
            chosen.unknown = true;
        }
    }

    /** The code does not show what an object of a library's type serves, unless it is the application's router. */
    private static void injected(String type, ValueFlow flow, Chosen chosen) {
        chosen.types.add(type);
        chosen.any |= ROUTERS.contains(type);
        chosen.unknown |= !flow.graph().isOwn(type);
    }

    private static void addCreated(Bound part, Chosen chosen) {
        if (part.value() instanceof Value.Created created) {
            chosen.types.add(created.type());
        } else if (part.value() instanceof Value.Field field) {
            chosen.types.add(field.type());
        } else if (part.value() instanceof Value.Literal literal) {
            chosen.types.add(literal.type());
        }
    }

    /** Records the controllers that annotations of a test class name. */
    void by(ClassFacts testClass) {
        for (AnnotationFacts annotation : testClass.annotations()) {
            if (SLICES.contains(annotation.type())) {
                List<String> types = Stream.of("value", "controllers")
                        .flatMap(attribute -> annotation.each(attribute, AnnotationFacts.TypeName.class))
                        .map(AnnotationFacts.TypeName::name)
                        .toList();
                byClass.types.addAll(types);
                byClass.any |= types.isEmpty();
            }
            byClass.any |= ADDITIONS.contains(Requests.simpleName(annotation.type()));
        }
    }

    /**
     * Returns whether requests of a test method may reach the service with these names.
     *
     * @param network whether they are sent by a client that is not bound to what the test sets up
     */
    Serves serves(Set<String> names, String definedIn, @Nullable String method, boolean network) {
        List<Chosen> all = Stream.of(
                        byMethod.get(method),
                        byMethod.get(null),
                        network ? null : boundByMethod.get(method),
                        network ? null : boundByMethod.get(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (all.isEmpty()) {
            all = List.of(byClass);
        }
        boolean any = all.stream().anyMatch(chosen -> chosen.any);
        boolean unknown = all.stream().anyMatch(chosen -> chosen.unknown);
        Set<String> types =
                all.stream().flatMap(chosen -> chosen.types.stream()).collect(Collectors.toSet());
        if (any || types.contains(definedIn) || names.stream().anyMatch(types::contains)) {
            return Serves.YES;
        }
        return unknown ? Serves.UNKNOWN : types.isEmpty() ? Serves.YES : Serves.NO;
    }

    /** Returns whether the test names what it serves. */
    boolean isChosen() {
        return !byMethod.isEmpty() || !boundByMethod.isEmpty() || !byClass.types.isEmpty();
    }
}
