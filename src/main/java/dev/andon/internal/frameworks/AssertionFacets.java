package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.Step;
import dev.andon.internal.bytecode.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How tests assert. */
public interface AssertionFacets {

    /** Returns the calls that fail a test by themselves. */
    default List<CallRule> assertions() {
        return List.of();
    }

    /**
     * Returns the calls that throw unless a condition holds, in libraries for any code. They assert where a test makes
     * them itself; within a library they check what it was given.
     */
    default List<CallRule> conditionChecks() {
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

    /** Returns the class, if any is named, whose code runs the test and so may check what it does. */
    default Optional<String> runner(DeclaredTest test) {
        return Optional.empty();
    }

    /** Returns whether such a class is known to check nothing by itself. */
    default boolean onlyRuns(String runner) {
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

    /** Returns whether the call, if it states the status of a response, expects that the request was refused: 401 or 403. */
    default Optional<Boolean> expectsRefusal(Value.Result result) {
        return Optional.empty();
    }
}
