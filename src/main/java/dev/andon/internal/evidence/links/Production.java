package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the production classes that production code calls, directly or through other production classes. */
final class Production {

    private final CodeGraph graph;
    private final Map<Way, Set<String>> ways = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    private record Way(String entry, Set<MethodKey> methods, Set<String> mocked) {}

    Production(CodeGraph graph) {
        this.graph = graph;
    }

    /**
     * Returns the classes that calls from that class may run, without following calls into mocked classes.
     *
     * @param methods the methods of the class that are called; empty if unknown, which means any of them
     */
    Set<String> behind(String entry, Set<MethodKey> methods, Set<String> mocked) {
        boolean known =
                !methods.isEmpty() && graph.index().bodies(entry).keySet().containsAll(methods);
        return ways.computeIfAbsent(
                new Way(entry, known ? Set.copyOf(methods) : Set.of(), Set.copyOf(mocked)), this::walk);
    }

    /** Returns the classes that the code which a class may run names. */
    Set<String> named(String type) {
        return names.computeIfAbsent(type, ignored -> {
            Set<String> found = new LinkedHashSet<>();
            graph.follow(graph.methodsOf(type), CallPolicy.following(graph::isProduction), method -> {
                found.addAll(method.body().types());
                return true;
            });
            return found;
        });
    }

    private Set<String> walk(Way way) {
        Set<String> reached = new LinkedHashSet<>();
        List<MethodRef> starts = way.methods.isEmpty()
                ? graph.methodsOf(way.entry)
                : way.methods.stream().map(key -> new MethodRef(way.entry, key)).toList();
        CallPolicy policy = CallPolicy.following(type -> graph.isProduction(type) && !way.mocked.contains(type));
        graph.follow(starts, policy, method -> {
            called(method.body(), policy, reached);
            return true;
        });
        reached.remove(way.entry);
        return reached;
    }

    /** A call of an interface or abstract class may run each of its implementations, unless it is mocked. */
    private void called(MethodBody body, CallPolicy policy, Set<String> reached) {
        for (Call call : body.calls()) {
            if (!call.name().startsWith("<") && policy.follows().test(call.owner()) && reached.add(call.owner())) {
                boolean isAbstract = graph.index()
                        .find(call.owner())
                        .filter(ClassFacts::isAbstract)
                        .isPresent();
                if (isAbstract) {
                    graph.subTypes(call.owner()).stream()
                            .filter(policy.follows())
                            .forEach(reached::add);
                }
            }
        }
    }
}
