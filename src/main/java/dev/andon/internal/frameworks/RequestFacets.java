package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How tests call services: by requests, documents, generated clients, and slices of an application. */
public interface RequestFacets {

    /** Returns the calls by which the framework's clients send or prepare requests; no other call does. */
    default List<RequestRule> requests() {
        return List.of();
    }

    /** Returns the types of values that only prepare something: if code drops one, what it stands for never happens. */
    default Set<String> deferredTypes() {
        return Set.of();
    }

    /** Returns the types of arguments that hold a URL or path. */
    default Set<String> addressTypes() {
        return Set.of();
    }

    /** Returns the calls that make a declared client of a target: what they are given, else what they are called on. */
    default List<CallRule> clientsOfTargets() {
        return List.of();
    }

    /** Returns the types of targets of which declared clients are made. */
    default Set<String> targetTypes() {
        return Set.of();
    }

    /** Returns the calls whose first address is the base of what the client that they set up requests. */
    default List<CallRule> baseSetters() {
        return List.of();
    }

    /** Returns the static fields, each as class and name with a dot between, that hold the base of all requests. */
    default Set<String> baseFields() {
        return Set.of();
    }

    /** Returns the prefixes of clients whose requests reach the application in the JVM of the test, whatever host they name. */
    default List<String> inProcessClients() {
        return List.of();
    }

    /** Returns the calls that make such a client send its requests over the network instead. */
    default List<CallRule> networkBindings() {
        return List.of();
    }

    /** Returns such clients that a test may get injected, bound to the application or to its real server. */
    default Set<String> clientsOfEitherBinding() {
        return Set.of();
    }

    /** Returns the calls that bind such a client to what answers in its own JVM. */
    default List<CallRule> processBindings() {
        return List.of();
    }

    /** Returns the calls that return an address at which something other than the service answers, as an admin port. */
    default List<CallRule> otherAddresses() {
        return List.of();
    }

    /** Returns whether the annotation puts such an address into a field or parameter. */
    default boolean isOtherAddress(AnnotationFacts annotation) {
        return false;
    }

    /** Returns the class whose paths are, by the annotation, the base of all requests of a test. */
    default Optional<String> testedEndpoint(AnnotationFacts annotation) {
        return Optional.empty();
    }

    /** Returns the request that the annotations of a client interface's method declare. */
    default Optional<DeclaredRequest> declaredRequest(ClassFacts client, MethodFacts method) {
        return Optional.empty();
    }

    /** Returns whether the annotation of a client interface names the server that it calls, by a name or an address. */
    default boolean namesServer(AnnotationFacts annotation) {
        return false;
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

    /** Returns the generated class of the service that calls of an interface are meant for. */
    default Optional<String> contractOf(ClassFacts type) {
        return Optional.empty();
    }

    /** Returns the generated class that a type belongs to. */
    default Optional<String> contractOf(String type) {
        return Optional.empty();
    }

    /** Returns the calls whose first text names the server of a generated client. */
    default List<CallRule> channels() {
        return List.of();
    }

    /** Returns the calls whose first text is the name of a configured channel, or its server. */
    default List<CallRule> configuredChannels() {
        return List.of();
    }

    /** Returns the text of an annotation that names the same; empty text where the field's name does. */
    default Optional<String> configuredChannel(AnnotationFacts annotation) {
        return Optional.empty();
    }

    /** Returns the settings that hold the server of a configured channel. */
    default List<String> channelSettings(String channel) {
        return List.of();
    }

    /** Returns the settings that hold the server of the channels that have none of their own. */
    default List<String> defaultChannelSettings() {
        return List.of();
    }

    /** Returns the address of the service, or of a path of it, with which the annotation fills a field. */
    default Optional<String> ownAddress(AnnotationFacts annotation) {
        return Optional.empty();
    }

    /** Returns the calls that send messages to brokers. */
    default List<MessageSender> messageSenders() {
        return List.of();
    }

    /** Returns the topics, queues or channels that an annotation of a listener names. */
    default List<String> destinations(AnnotationFacts listener) {
        return List.of();
    }

    /** Returns the templates of the destinations that the mappings of a class name, those of the class before those of a method. */
    default List<String> mappedDestinations(ClassFacts type) {
        return List.of();
    }

    /** Returns the names of the functions that a class declares and that the framework gives messages to. */
    default List<String> functions(ClassFacts type) {
        return List.of();
    }

    /** Returns the names of the channels that such a function listens to, and its own. */
    default List<String> functionDestinations(String function) {
        return List.of();
    }

    /** Returns the settings that say to which topic or queue a channel is bound. */
    default List<String> destinationSettings(String channel) {
        return List.of();
    }

    /** Returns the annotations of the class that stands for an application and is found from the package of a test. */
    default Set<String> applicationAnnotations() {
        return Set.of();
    }

    /** Returns whether the call sets up a slice of the application with the controllers that are its arguments. */
    default boolean setsUpControllers(Call call) {
        return false;
    }

    /** Returns the types of objects that hold the routes of an application and are its own where they are injected. */
    default Set<String> routerTypes() {
        return Set.of();
    }

    /** Returns whether such a call begins a client that alone reaches these controllers, so that others do not. */
    default boolean bindsClient(Call call) {
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

    /** Returns whether the call makes a stub answer the requests of the client that is its argument. */
    default boolean answersForServer(Call call) {
        return false;
    }

    /** Returns whether the annotation makes a stub answer the clients that a test injects. */
    default boolean answersClients(AnnotationFacts annotation) {
        return false;
    }

    /** Returns whether the call takes a connection from the socket that it is called on, and its caller answers. */
    default boolean answersConnections(Call call) {
        return false;
    }

    /** Returns the calls whose number is the port of what the client that they set up requests. */
    default List<CallRule> portSetters() {
        return List.of();
    }

    /** Returns the types that name a host, and no path. */
    default Set<String> hostTypes() {
        return Set.of();
    }

    /** Returns whether the call gives the client that it is called on another way to send, which may be a stub. */
    default boolean replacesTransport(Call call) {
        return false;
    }

    /** Returns the methods and fields, also as {@code class#method}, that hold the arguments of a parameterized test. */
    default List<String> argumentSources(MethodFacts method) {
        return List.of();
    }

    /** Returns the arguments, one list for each invocation, that annotations give to a parameterized test. */
    default List<List<String>> invocations(MethodFacts method) {
        return List.of();
    }
}
