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
}
