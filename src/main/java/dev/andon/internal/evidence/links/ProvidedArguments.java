package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.evidence.links.ValueFlow.Target;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the arguments that methods and fields provide for a parameterized test, one list for each invocation. */
final class ProvidedArguments {

    private static final Set<String> COLLECTING =
            Set.of("of", "asList", "stream", "concat", "listOf", "arrayOf", "iterator", "sequenceOf");

    private final ValueFlow flow;

    ProvidedArguments(ValueFlow flow) {
        this.flow = flow;
    }

    List<List<Bound>> of(MethodFacts test, String runsIn) {
        List<List<Bound>> invocations = new ArrayList<>();
        for (Framework framework : Frameworks.ALL) {
            for (String source : framework.argumentSources(test)) {
                int hash = source.indexOf('#');
                String owner = hash < 0 ? runsIn : source.substring(0, hash);
                provided(owner, source.substring(hash + 1)).forEach(value -> expand(value, invocations));
            }
        }
        int most = flow.graph().limits().alternatives();
        if (invocations.size() > most) {
            flow.graph().cutOff(runsIn, most + " invocations of one test");
        }
        return invocations.stream().limit(most).toList();
    }

    /** Returns the methods that provide the arguments, which run before the test. */
    List<Target> sources(MethodFacts test, String runsIn) {
        List<Target> sources = new ArrayList<>();
        for (String source : Frameworks.union(Framework::argumentSources, test)) {
            int hash = source.indexOf('#');
            String owner = hash < 0 ? runsIn : source.substring(0, hash);
            String name = source.substring(hash + 1).replaceFirst("\\(.*", "");
            flow.graph().ownSuperClasses(owner).forEach(facts -> flow.methods(facts.name()).keySet().stream()
                    .filter(key -> key.name().equals(name) && !key.equals(MethodKey.of(test)))
                    .forEach(key -> sources.add(new Target(facts.name(), key, Frame.of(owner)))));
        }
        return sources;
    }

    private List<Bound> provided(String owner, String name) {
        Frame frame = Frame.of(owner);
        List<Bound> provided = new ArrayList<>();
        flow.graph().ownSuperClasses(owner).forEach(facts -> flow.methods(facts.name())
                .forEach((key, body) -> {
                    if (key.name().equals(name.replaceFirst("\\(.*", ""))) {
                        body.effects().stream()
                                .filter(Effect.Returned.class::isInstance)
                                .forEach(effect -> provided.add(frame.bind(((Effect.Returned) effect).value())));
                    }
                }));
        if (provided.isEmpty()) {
            flow.graph()
                    .field(owner, name)
                    .map(FieldFacts::type)
                    .ifPresent(type -> provided.addAll(flow.written(new Value.Field(owner, name, type, null), frame)));
        }
        return provided;
    }

    private void expand(Bound value, List<List<Bound>> invocations) {
        Bound origin = flow.origin(value);
        if (origin.value() instanceof Value.Array array) {
            array.elements().forEach(element -> expand(origin.in().bind(element), invocations));
        } else if (origin.value() instanceof Value.Result result) {
            Call call = result.call();
            List<Bound> arguments = origin.in().bindAll(result.arguments());
            if (call.owner().endsWith("Arguments")) {
                invocations.add(flat(arguments));
            } else if (COLLECTING.contains(call.name()) && isCollection(call.owner())) {
                Stream.concat(Stream.ofNullable(result.receiver()).map(origin.in()::bind), arguments.stream())
                        .forEach(argument -> expand(argument, invocations));
            } else if (!isCollection(call.owner())) {
                invocations.add(List.of(origin));
            }
        } else if (origin.value() instanceof Value.Text || origin.value() instanceof Value.Created) {
            invocations.add(List.of(origin));
        }
    }

    private static boolean isCollection(String owner) {
        return owner.startsWith("java.util.") || owner.contains(".collections.") || owner.contains(".sequences.");
    }

    private static List<Bound> flat(List<Bound> arguments) {
        return arguments.stream()
                .flatMap(argument -> argument.value() instanceof Value.Array array
                        ? argument.in().bindAll(array.elements()).stream()
                        : Stream.of(argument))
                .toList();
    }
}
