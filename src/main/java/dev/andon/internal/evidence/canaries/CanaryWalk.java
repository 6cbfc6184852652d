package dev.andon.internal.evidence.canaries;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Follows code from method to method through the helpers of the build, and never into what it is asked to stay out of. */
final class CanaryWalk {
    /** No canary has so much code; one that does is cut off here. */
    private static final int MOST_METHODS = 20_000;

    private final CodeIndex index;
    private final Map<String, List<String>> subTypes = new HashMap<>();

    CanaryWalk(CodeIndex index) {
        this.index = index;
        for (ClassFacts facts : index.classes()) {
            index.superTypes(facts.name()).forEach(type -> subTypes.computeIfAbsent(type, ignored -> new ArrayList<>())
                    .add(facts.name()));
        }
    }

    /** A method of the build. */
    record Method(String owner, MethodKey key) {}

    /** A method that was come by, and its code. */
    record Visited(Method method, MethodBody body) {}

    /** Returns all methods of a class. */
    List<Method> methodsOf(String className) {
        return index.bodies(className).keySet().stream()
                .map(key -> new Method(className, key))
                .toList();
    }

    /** Returns the methods that may run when those do, themselves first; {@code closed} classes are not gone into. */
    List<Visited> from(List<Method> starts, Predicate<String> closed) {
        Set<Method> seen = new LinkedHashSet<>(starts);
        Deque<Method> open = new ArrayDeque<>(seen);
        List<Visited> visited = new ArrayList<>();
        while (!open.isEmpty() && visited.size() < MOST_METHODS) {
            Method method = open.remove();
            MethodBody body = index.bodies(method.owner()).get(method.key());
            if (body == null) {
                continue;
            }
            visited.add(new Visited(method, body));
            for (Method next : next(body)) {
                if (!closed.test(next.owner()) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return visited;
    }

    private Set<Method> next(MethodBody body) {
        Set<Method> next = new LinkedHashSet<>();
        for (Call call : body.calls()) {
            if (isOurs(call.owner())) {
                targets(call, next);
            }
        }
        // Whatever a class holds in static fields is made when the class is first used.
        body.types().stream()
                .filter(this::isOurs)
                .forEach(type -> next.add(new Method(type, new MethodKey("<clinit>", "()V"))));
        return next;
    }

    private boolean isOurs(String className) {
        return index.find(className).filter(facts -> facts.root() != null).isPresent();
    }

    private void targets(Call call, Set<Method> found) {
        MethodKey key = MethodKey.of(call);
        if (call.name().equals("<init>")) {
            found.add(new Method(call.owner(), key));
            if (isCalledBack(call.owner())) {
                found.addAll(methodsOf(call.owner()));
            }
            return;
        }
        if (index.bodies(call.owner()).containsKey(key)) {
            found.add(new Method(call.owner(), key));
        } else {
            index.superTypes(call.owner()).stream()
                    .filter(type -> index.bodies(type).containsKey(key))
                    .forEach(type -> found.add(new Method(type, key)));
        }
        for (String sub : subTypes.getOrDefault(call.owner(), List.of())) {
            if (index.bodies(sub).containsKey(key)) {
                found.add(new Method(sub, key));
            }
        }
    }

    /** An object of a type that others declared, such as {@code Runnable}, is called by them. */
    private boolean isCalledBack(String className) {
        Set<String> types = index.superTypes(className);
        return !types.contains("java.lang.Enum")
                && types.stream()
                        .anyMatch(type ->
                                !type.equals("java.lang.Object") && !type.equals("java.lang.Record") && !isOurs(type));
    }
}
