package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.Step;
import java.util.List;
import java.util.Map;
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

    /** Returns whether the call turns a class literal into another form, whose first argument it is. */
    default boolean wrapsClassLiteral(Call call) {
        return false;
    }

    // Assertions

    /** Returns the calls that fail a test by themselves. */
    default List<CallRule> assertions() {
        return List.of();
    }

    /** Returns whether reading the field is part of an {@code assert} statement. */
    default boolean isAssertStatement(Step.Read read) {
        return false;
    }

    /** Returns whether objects of the class begin a fluent assertion, which its further calls complete. */
    default boolean isFluentAssertion(String owner) {
        return false;
    }

    /** Returns whether the static methods of the library only begin fluent assertions, whatever its classes are called. */
    default boolean isFluentLibrary(String owner) {
        return false;
    }

    /** Returns whether the class collects failures that count only when the test asks for all of them. */
    default boolean isSoftAssertion(String owner) {
        return false;
    }

    /** Returns whether a test with this field checks its soft assertions after each test, without a call. */
    default boolean checksSoftAssertions(FieldFacts field) {
        return false;
    }

    /** Returns whether the annotation of a test makes it fail unless an exception is thrown. */
    default boolean expectsException(AnnotationFacts annotation) {
        return false;
    }

    /** Returns the annotations of tests that assert by returning true. */
    default Set<String> propertyAnnotations() {
        return Set.of();
    }

    /** Returns the prefixes of classes whose use shows that a class is support for tests. */
    default List<String> testPackages() {
        return List.of();
    }

    /** Returns the prefixes of classes that production code uses, so that names such as {@code verify} mean no assertion. */
    default List<String> productionPackages() {
        return List.of();
    }

    // Requests of tests

    /** Returns the prefixes of classes whose calls never send a request, even if they take URLs. */
    default List<String> packagesWithoutRequests() {
        return List.of();
    }

    /** Returns how the call makes a request, if the framework has a form of its own for it. */
    default Optional<RequestForm> requestForm(Call call) {
        return Optional.empty();
    }

    /** Returns the types of arguments that hold a URL or path. */
    default Set<String> addressTypes() {
        return Set.of();
    }

    /** Returns the request that an annotation of a client interface's method declares. */
    default Optional<DeclaredRequest> declaredRequest(ClassFacts client, AnnotationFacts annotation) {
        return Optional.empty();
    }

    /** Returns whether the first argument of the call is a document, or the name of one, that is sent to the service. */
    default boolean sendsDocument(Call call) {
        return false;
    }

    /** Returns the operations that a document asks for. */
    default List<Route> operations(Call call, String document) {
        return List.of();
    }

    /** Returns the generated class of the service that the call of a generated client is meant for. */
    default Optional<String> calledContract(Call call) {
        return Optional.empty();
    }

    /** Returns the generated class that a type belongs to. */
    default Optional<String> contractOf(String type) {
        return Optional.empty();
    }

    /** Returns whether the call sets up a slice of the application with the controllers that are its arguments. */
    default boolean setsUpControllers(Call call) {
        return false;
    }

    /** Returns the annotations of slices whose attributes {@code value} and {@code controllers} choose controllers. */
    default Set<String> controllerSlices() {
        return Set.of();
    }

    /** Returns the simple names of annotations that add further classes to a slice. */
    default Set<String> sliceAdditions() {
        return Set.of();
    }

    /** Returns the arguments, one list for each invocation, that annotations give to a parameterized test. */
    default List<List<String>> invocations(MethodFacts method) {
        return List.of();
    }

    // Methods that the framework calls by itself; annotations and types by their simple names

    /** Returns the annotations of methods that are called when the application starts or stops. */
    default Set<String> startAnnotations() {
        return Set.of();
    }

    /** Returns the annotations of methods that are called by timers and events while the application waits. */
    default Set<String> timerAnnotations() {
        return Set.of();
    }

    /** Returns the methods, by the interface that declares them, that are called when the application starts or stops. */
    default Map<String, Set<String>> startCallbacks() {
        return Map.of();
    }

    /** Returns the methods, by the interface that declares them, that are called by events of the application. */
    default Map<String, Set<String>> eventCallbacks() {
        return Map.of();
    }
}
