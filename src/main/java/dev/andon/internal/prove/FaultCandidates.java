package dev.andon.internal.prove;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Step;
import dev.andon.internal.discover.HandlerMethods;
import dev.andon.internal.discover.Service;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the methods that faults are injected into: the entry points of services, and their other public methods. Left out is
 * what is no work of a service's own: accessors, what all objects have, what the framework calls when it starts or idles, and
 * methods that declare routes. A lambda that handles requests is a method too, by the name that the compiler gave it.
 */
public final class FaultCandidates {

    private static final Set<String> OF_OBJECTS =
            Set.of("toString", "equals", "hashCode", "compareTo", "clone", "finalize", "canEqual");

    /** Methods that prepare or follow a request, or make beans. */
    private static final Set<String> AROUND =
            Set.of("Bean", "Produces", "InitBinder", "ModelAttribute", "ExceptionHandler", "ServerExceptionMapper");

    private static final Set<String> BY_ITSELF = Stream.concat(
                    Frameworks.union(Framework::startAnnotations).stream(),
                    Frameworks.union(Framework::timerAnnotations).stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, Set<String>> CALLBACKS = Frameworks.unionByKey(Framework::startCallbacks);

    private FaultCandidates() {}

    /** Returns the methods of these services, in an order that is the same in every job; none twice. */
    public static List<FaultedMethod> of(List<Service> services, CodeIndex index) {
        Map<String, FaultedMethod> methods = new LinkedHashMap<>();
        HandlerMethods handling = new HandlerMethods(index);
        for (Service service : services) {
            // What services inherit is a method of each of them.
            of(service, index, handling)
                    .forEach(method -> methods.putIfAbsent(service.name() + "/" + ProofPlan.key(method), method));
        }
        return List.copyOf(methods.values());
    }

    private static List<FaultedMethod> of(Service service, CodeIndex index, HandlerMethods handling) {
        ClassFacts facts = index.find(service.name()).orElse(null);
        if (facts == null) {
            return List.of();
        }
        Map<MethodKey, String> annotated = handling.annotated(facts);
        Map<MethodKey, String> coded = handling.coded(facts, service.reason());
        // Of a listener, a gRPC service or a handler that code registers by a value, nothing else tells the methods.
        String otherwise = service.tier() == Service.Tier.ENTRY && annotated.isEmpty() ? service.reason() : "";
        List<FaultedMethod> methods = new ArrayList<>();
        Set<MethodKey> seen = new HashSet<>();
        for (ClassFacts declaring : declaring(service, index)) {
            Map<MethodKey, MethodBody> bodies = index.code(declaring.name());
            for (MethodFacts method : declaring.methods()) {
                MethodKey key = MethodKey.of(method);
                MethodBody body = bodies.get(key);
                boolean handler = annotated.containsKey(key);
                boolean starting = handling.declaresRoutes(declaring, key) && !handler && !coded.containsKey(key);
                if (body == null || starting) {
                    continue;
                }
                boolean work = declaring.isInterface()
                        ? handler && !isLeftOpen(body) && isWork(method, body, declaring, true)
                        : isHandedOver(method, body, coded) || isWork(method, body, declaring, handler);
                // A bridge overrides too: what it hides never runs on an object of the service.
                boolean overridden = !method.isPrivate()
                        && !Modifier.isStatic(method.access())
                        && !isPassedOn(method, body)
                        && !seen.add(key);
                if (work && !overridden) {
                    methods.add(new FaultedMethod(
                            declaring.name(),
                            method.name(),
                            method.descriptor(),
                            declaring.sourceFile() == null ? "" : declaring.sourceFile(),
                            body.line(),
                            annotated.getOrDefault(key, coded.getOrDefault(key, otherwise)),
                            service.name(),
                            service.module()));
                }
            }
        }
        methods.sort(Comparator.comparing(FaultedMethod::className)
                .thenComparing(FaultedMethod::line)
                .thenComparing(FaultedMethod::method)
                .thenComparing(FaultedMethod::descriptor));
        return methods;
    }

    /** The class, its superclasses, and the interfaces whose handlers it may inherit. */
    private static List<ClassFacts> declaring(Service service, CodeIndex index) {
        List<ClassFacts> all = new ArrayList<>(index.graph().ownSuperClasses(service.name()));
        index.superTypes(service.name()).stream()
                .sorted()
                .flatMap(name -> index.find(name).stream())
                .filter(facts -> facts.isInterface() && facts.root() != null)
                .forEach(all::add);
        return all;
    }

    /** Generated interfaces answer so what the service does not offer. */
    private static boolean isLeftOpen(MethodBody body) {
        return body.steps().stream()
                .anyMatch(step -> step instanceof Step.Read read && read.name().equals("NOT_IMPLEMENTED"));
    }

    /** So the compiler makes a method visible whose class is not: it calls the one that is inherited, which does the work. */
    private static boolean isPassedOn(MethodFacts method, MethodBody body) {
        return !method.isWritten()
                && body.calls().stream().anyMatch(call -> MethodKey.of(call).equals(MethodKey.of(method)));
    }

    /** The compiler makes the body of a lambda private, and static where it uses nothing around it. */
    private static boolean isHandedOver(MethodFacts method, MethodBody body, Map<MethodKey, String> coded) {
        return coded.containsKey(MethodKey.of(method)) && !body.empty();
    }

    private static boolean isWork(MethodFacts method, MethodBody body, ClassFacts declaring, boolean handler) {
        if (!method.isWritten() || method.isPrivate() || Modifier.isStatic(method.access()) || body.empty()) {
            return false;
        }
        return handler
                || (Modifier.isPublic(method.access())
                        && !OF_OBJECTS.contains(method.name())
                        && !isAccessor(method, body)
                        && !isCallback(method, declaring)
                        && annotations(method).noneMatch(type -> AROUND.contains(type) || BY_ITSELF.contains(type)));
    }

    /** By its name, and since it calls nothing. */
    private static boolean isAccessor(MethodFacts method, MethodBody body) {
        return body.calls().isEmpty()
                && body.line() == body.lastLine()
                && method.name().matches("(?:get|is|set)\\P{Ll}.*");
    }

    private static boolean isCallback(MethodFacts method, ClassFacts declaring) {
        return declaring.interfaces().stream().anyMatch(type -> CALLBACKS
                .getOrDefault(ClassNames.simpleName(type), Set.of())
                .contains(method.name()));
    }

    private static Stream<String> annotations(MethodFacts method) {
        return method.annotations().stream().map(AnnotationFacts::type).map(ClassNames::simpleName);
    }
}
