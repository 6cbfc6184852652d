package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The routes that annotations and code declare. */
public interface RouteFacets {

    /** Returns whether the annotation, on a class or a method, maps requests or messages to it. */
    default boolean isMapping(String annotation) {
        return false;
    }

    /** Returns the path prefixes that an annotation of a class declares for its methods. */
    default Optional<List<String>> routePrefixes(AnnotationFacts annotation) {
        return Optional.empty();
    }

    /** Returns the routes that the annotations of a method declare, without the prefix of the class. */
    default List<Route> routes(MethodFacts method, List<AnnotationFacts> annotations) {
        return List.of();
    }

    /** Returns the operations that the annotations of a method declare and that no prefix applies to. */
    default List<Route> operations(ClassView type, MethodFacts method, List<AnnotationFacts> annotations) {
        return List.of();
    }

    /** Returns the routes that the annotations of a class declare for the class as a whole. */
    default List<Route> classRoutes(List<AnnotationFacts> annotations) {
        return List.of();
    }

    /** Returns the settings that hold a prefix of all routes of an application. */
    default Set<String> prefixProperties() {
        return Set.of();
    }

    /** Returns the prefix that the annotation of an application's class puts before all routes. */
    default Optional<String> applicationPrefix(AnnotationFacts annotation) {
        return Optional.empty();
    }

    /** Returns whether the code of the class may put a prefix before routes of other classes. */
    default boolean mayPrefixRoutes(ClassFacts facts) {
        return false;
    }

    /** Returns whether the call puts the prefix that is its argument before routes. */
    default boolean prefixesRoutes(Call call) {
        return false;
    }

    /** Returns whether the class declares routes in its code. */
    default boolean declaresRoutes(ClassFacts facts) {
        return false;
    }

    /** Returns whether any class of the same module may declare routes in its code. */
    default boolean isSetUpIn(ClassFacts facts) {
        return false;
    }

    /** Returns the types of objects that handle requests. */
    default Set<String> handlerTypes() {
        return Set.of();
    }

    /** Returns the types, as descriptors, by whose parameter a method is known to handle requests. */
    default Set<String> handledRequestTypes() {
        return Set.of();
    }

    /** Returns the objects, and their paths, that a call hands to the framework. */
    default List<PathHandler> pathHandlers(Value.Result call) {
        return List.of();
    }

    /** Reads a call of the framework that may declare a route; returns whether the call was one of the framework's. */
    default boolean readRoute(Call call, RouteScript script) {
        return false;
    }
}
