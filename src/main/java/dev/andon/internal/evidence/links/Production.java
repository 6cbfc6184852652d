package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the production classes that an entry point calls, directly or through other production classes. */
final class Production {

    private final CodeGraph graph;
    private final CodeIndex index;
    private final Map<String, Set<String>> called = new HashMap<>();
    private final Map<Way, Set<String>> ways = new HashMap<>();

    private record Way(String entry, Set<MethodKey> methods, Set<String> mocked) {}

    Production(CodeGraph graph) {
        this.graph = graph;
        this.index = graph.index();
    }

    /**
     * Returns the classes that calls from that class may run, without following calls into mocked classes.
     *
     * @param methods the methods of the class that are called; empty if unknown, which means any of them
     */
    Set<String> behind(String entry, Set<MethodKey> methods, Set<String> mocked) {
        boolean known = !methods.isEmpty() && index.bodies(entry).keySet().containsAll(methods);
        Way way = new Way(entry, known ? Set.copyOf(methods) : Set.of(), Set.copyOf(mocked));
        return ways.computeIfAbsent(way, this::walk);
    }

    private Set<String> walk(Way way) {
        Set<String> reached = new LinkedHashSet<>();
        Set<String> first = way.methods.isEmpty() ? calledBy(way.entry) : calledBy(way.entry, way.methods);
        Deque<String> open = new ArrayDeque<>();
        add(first, way.mocked, reached, open);
        while (!open.isEmpty()) {
            if (reached.size() >= graph.limits().classes()) {
                graph.cutOff(way.entry, graph.limits().classes() + " classes");
                break;
            }
            add(calledBy(open.remove()), way.mocked, reached, open);
        }
        reached.remove(way.entry);
        return reached;
    }

    private static void add(Set<String> types, Set<String> mocked, Set<String> reached, Deque<String> open) {
        for (String type : types) {
            if (!isMocked(type, mocked) && reached.add(type)) {
                open.add(type);
            }
        }
    }

    /** The classes that these methods of a class call, directly or through other methods of the same class. */
    private Set<String> calledBy(String type, Set<MethodKey> methods) {
        Set<String> found = new LinkedHashSet<>();
        Set<MethodKey> seen = new LinkedHashSet<>(methods);
        Deque<MethodKey> open = new ArrayDeque<>(methods);
        while (!open.isEmpty()) {
            MethodBody body = index.bodies(type).get(open.remove());
            for (Call call : body == null ? List.<Call>of() : body.calls()) {
                if (call.owner().equals(type) && seen.add(MethodKey.of(call))) {
                    open.add(MethodKey.of(call));
                } else if (isCallOfOther(call, type)) {
                    found.add(call.owner());
                }
            }
        }
        return found;
    }

    private boolean isCallOfOther(Call call, String type) {
        return !call.name().startsWith("<") && !call.owner().equals(type) && graph.isProduction(call.owner());
    }

    private static boolean isMocked(String type, Set<String> mocked) {
        return mocked.contains(type);
    }

    /** A call of an interface may run each of its implementations, unless the interface is mocked. */
    Set<String> calledBy(String type) {
        Set<String> known = called.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            if (isAbstract(type)) {
                graph.subTypes(type).stream()
                        .filter(graph::isProduction)
                        .limit(graph.limits().implementations())
                        .forEach(known::add);
            }
            for (MethodBody body : index.bodies(type).values()) {
                for (Call call : body.calls()) {
                    if (isCallOfOther(call, type)) {
                        known.add(call.owner());
                    }
                }
            }
            called.put(type, known);
        }
        return known;
    }

    private boolean isAbstract(String type) {
        return index.find(type).filter(ClassFacts::isAbstract).isPresent();
    }
}
