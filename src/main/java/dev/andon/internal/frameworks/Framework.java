package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Andon knows about one framework or library. Each method is one facet, and by default the framework has nothing to
 * say about it. To add a framework, write a class and put it into {@link Frameworks#ALL}.
 *
 * <p>Types are binary names; a method that takes a prefix or a simple name says so.
 */
public interface Framework {

    // Entry points and the components behind them

    /** Returns the reason for which the class is an entry point, for example {@code @RestController}. */
    default Optional<String> entryPoint(ClassView type) {
        return Optional.empty();
    }

    /** Returns whether the class is not an entry point, whatever any framework says. */
    default boolean isNotEntryPoint(ClassView type) {
        return false;
    }

    /** Returns the reason for which the class is a component behind an entry point, for example {@code @Service}. */
    default Optional<String> component(ClassView type) {
        return Optional.empty();
    }

    /** Returns whether the class is not a component to be judged, whatever any framework says. */
    default boolean isNotComponent(ClassView type) {
        return false;
    }

    /** Returns the types besides the class itself by which a test may name this entry point. */
    default List<String> entryTypes(ClassView type) {
        return List.of();
    }

    /** Returns whether classes of this supertype are always generated. */
    default boolean isGeneratedBase(String superType) {
        return false;
    }

    // Routes that annotations declare

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

    // Routes that code declares

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

    /** Reads a call of the framework that may declare a route; returns whether the call was one of the framework's. */
    default boolean readRoute(Call call, RouteScript script) {
        return false;
    }

    // Tests

    /** Returns what the test starts by this framework, the largest if it starts several things. */
    default Optional<TestSetup> testSetup(TestUse test) {
        return Optional.empty();
    }

    /** Returns whether the test runs the service in another process, whatever else it starts. */
    default boolean runsServiceElsewhere(TestUse test) {
        return false;
    }

    /** Returns whether the test builds an image, or starts an image of any name, in a container. */
    default ContainerUse containerUse(TestUse test) {
        return ContainerUse.NONE;
    }

    /** Returns prefixes of the names of classes that send requests to other processes. */
    default List<String> clientPrefixes() {
        return List.of();
    }

    /** Returns prefixes of the names of classes that start stub servers in the JVM of a test. */
    default List<String> stubServerPrefixes() {
        return List.of();
    }

    /** Returns the annotations that make a method a test. */
    default Set<String> testAnnotations() {
        return Set.of();
    }

    /** Returns the classes whose subclasses' methods are tests if their names start with {@code test}. */
    default Set<String> testBaseClasses() {
        return Set.of();
    }

    /** Returns the annotations of inner classes that run together with the class around them. */
    default Set<String> nestedTestAnnotations() {
        return Set.of();
    }

    /** Returns the annotations of inner classes that run, by whichever engine. */
    default Set<String> innerTestAnnotations() {
        return nestedTestAnnotations();
    }

    /** Returns whether the annotations of a class make it a suite, which only runs other classes. */
    default boolean isSuite(List<AnnotationFacts> annotations) {
        return false;
    }

    /** Returns whether the annotations of a class make the public static classes within it run. */
    default boolean runsEnclosedClasses(List<AnnotationFacts> annotations) {
        return false;
    }

    /** Returns the tags that an annotation gives to a test. */
    default List<String> tags(AnnotationFacts annotation) {
        return List.of();
    }

    /** Returns the annotations that disable a test unconditionally; their {@code value} is the reason. */
    default Set<String> disablingAnnotations() {
        return Set.of();
    }

    /** Returns whether the annotation disables a test depending on the environment. */
    default boolean disablesConditionally(String annotation) {
        return false;
    }

    /** Returns whether the framework finds this annotation on superclasses although Java does not inherit it. */
    default boolean inheritsAnnotation(String annotation) {
        return false;
    }

    /** Returns the annotations that make a method, or all methods of a class, more than one test. */
    default Set<String> repeatingAnnotations() {
        return Set.of();
    }

    /** Returns the annotations of methods that run once for all tests of a class. */
    default Set<String> oncePerClassAnnotations() {
        return Set.of();
    }

    // Mocks

    /** Returns the simple names of annotations that make a field or parameter a mock. */
    default Set<String> mockAnnotations() {
        return Set.of();
    }

    /** Returns the simple names of annotations that put a mock in the place of a bean, so that no request reaches it. */
    default Set<String> replacingMockAnnotations() {
        return Set.of();
    }

    /** Returns the simple names of annotations of the object that mocks are injected into. */
    default Set<String> mockInjectingAnnotations() {
        return Set.of();
    }

    /** Returns whether the class belongs to a library for mocks. */
    default boolean isMockLibrary(String owner) {
        return false;
    }

    /** Returns whether the call makes a mock of a type that is among its arguments. */
    default boolean makesMock(Call call) {
        return false;
    }
}
