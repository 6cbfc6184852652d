package dev.andon.internal.evidence.coverage;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the methods that a framework calls by itself when the application starts, stops or is idle: that they ran only shows
 * that the service was wired.
 */
final class StartUp {

    private static final Set<String> AT_START = Frameworks.union(Framework::startAnnotations);
    private static final Set<String> BY_ITSELF = Frameworks.union(Framework::timerAnnotations);
    private static final Map<String, Set<String>> CALLBACKS = Frameworks.unionByKey(Framework::startCallbacks);
    private static final Set<String> BEANS = Frameworks.union(Framework::beanAnnotations);
    /** What a bean is that may be called from outside: routes, handlers, functions, maps of handlers. */
    private static final Pattern HANDLING = Pattern.compile(
            "L(?:[\\w/$]*(?:Router|Route|Routing|Handler|Mapping|Servlet|Function|Consumer|Supplier|Listener)\\w*"
                    + "|java/util/Map|java/lang/Object);");

    private static final Set<String> HANDLERS = Frameworks.union(Framework::handlingBeans);
    private static final Map<String, Set<String>> EVENTS = Frameworks.unionByKey(Framework::eventCallbacks);

    private StartUp() {}

    /**
     * Returns the names of those methods of a class, and of the methods that only they call; none where the class has no
     * other methods.
     *
     * @param routes whether the class serves requests: then neither a timer nor an event is what it is for
     */
    static Set<String> methods(ProductionClass file, boolean routes) {
        CodeIndex index = index(file);
        return index.find(file.name())
                .map(facts -> methods(facts, index.graph(), routes))
                .orElse(Set.of());
    }

    /**
     * Returns what only makes beans in a class that declares routes: the names of the methods whose beans handle nothing,
     * with the lambdas in them, and as {@code name()} those of the others, whose lambdas may be handlers.
     */
    static Set<String> beans(ProductionClass file) {
        Set<String> beans = new HashSet<>();
        for (MethodFacts method :
                facts(file).stream().flatMap(facts -> facts.methods().stream()).toList()) {
            if (method.isWritten()
                    && method.annotations().stream().map(AnnotationFacts::type).anyMatch(BEANS::contains)) {
                beans.add(handles(method) ? itself(method.name()) : method.name());
            }
        }
        return beans;
    }

    private static boolean handles(MethodFacts method) {
        String bean = method.descriptor().substring(method.descriptor().indexOf(')') + 1);
        return HANDLING.matcher(bean).matches()
                || HANDLERS.stream().anyMatch(type -> bean.equals("L" + type.replace('.', '/') + ";"));
    }

    /** Returns what stands for a method without the lambdas in it. */
    static String itself(String method) {
        return method + "()";
    }

    private static Optional<ClassFacts> facts(ProductionClass file) {
        return index(file).find(file.name());
    }

    private static CodeIndex index(ProductionClass file) {
        return CodeIndex.of(List.of(), name -> name.equals(file.name()) ? Optional.of(file.bytes()) : Optional.empty());
    }

    private static Set<String> methods(ClassFacts facts, CodeGraph graph, boolean routes) {
        Set<String> callbacks = callbacks(facts, routes);
        Set<String> starting = new HashSet<>();
        Set<String> entries = new HashSet<>();
        for (MethodFacts method : facts.methods()) {
            if ((method.isWritten() && callbacks.contains(method.name())) || isAnnotated(method, routes)) {
                starting.add(method.name());
            }
            if (method.isWritten() && !method.isPrivate()) {
                entries.add(method.name());
            }
        }
        entries.removeAll(starting);
        if (entries.isEmpty()) {
            return Set.of();
        }
        Set<String> onlyAtStart = reached(starting, facts, graph);
        onlyAtStart.removeAll(reached(entries, facts, graph));
        return onlyAtStart;
    }

    private static Set<String> callbacks(ClassFacts facts, boolean routes) {
        Set<String> callbacks = new HashSet<>();
        for (String type : facts.interfaces()) {
            callbacks.addAll(CALLBACKS.getOrDefault(ClassNames.simpleName(type), Set.of()));
            if (routes) {
                callbacks.addAll(EVENTS.getOrDefault(ClassNames.simpleName(type), Set.of()));
            }
        }
        return callbacks;
    }

    private static boolean isAnnotated(MethodFacts method, boolean routes) {
        return method.annotations().stream()
                .map(AnnotationFacts::type)
                .map(ClassNames::simpleName)
                .anyMatch(type -> AT_START.contains(type) || (routes && BY_ITSELF.contains(type)));
    }

    private static Set<String> reached(Set<String> names, ClassFacts facts, CodeGraph graph) {
        List<MethodRef> starts = facts.methods().stream()
                .filter(method -> names.contains(method.name()))
                .map(method -> new MethodRef(facts.name(), MethodKey.of(method)))
                .toList();
        CallPolicy itself = CallPolicy.following(facts.name()::equals).directOnly();
        Set<String> reached = new LinkedHashSet<>(names);
        graph.reachable(starts, itself)
                .forEach(method -> reached.add(method.method().key().name()));
        reached.removeIf(name -> name.startsWith("<"));
        return reached;
    }
}
