package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which classes and methods are tests, and what they start. */
public interface TestFacets {

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

    /** Returns prefixes of the names of servers that a test may set up with what it registers there itself. */
    default List<String> serverPrefixes() {
        return List.of();
    }

    /** Returns the annotations that make a method a test. */
    default Set<String> testAnnotations() {
        return Set.of();
    }

    /** Returns those of them that make a method that overrides the annotated one a test too. */
    default Set<String> inheritedTestAnnotations() {
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

    /** Returns the engine that runs a class which has no test methods. */
    default Optional<TestEngine> engine(ClassView type) {
        return Optional.empty();
    }

    /** Returns whether an annotation, on a class or a method, makes its class part of the tests of such an engine. */
    default boolean isStepOfEngine(String annotation) {
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

    /** Returns the name for display that an annotation gives to a class or a method. */
    default Optional<String> displayName(AnnotationFacts annotation) {
        return Optional.empty();
    }

    /** Returns whether the annotation disables a test depending on the environment. */
    default boolean disablesConditionally(AnnotationFacts annotation) {
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

    /** Returns the properties files, at the root of the test resources, that hold settings of the framework. */
    default Set<String> settingsFiles() {
        return Set.of();
    }

    /** Returns whether the test is one of this framework, and has a timeout there. */
    default boolean limitsTime(DeclaredTest test) {
        return false;
    }

    /** Returns the annotations of methods that run once for all tests of a class. */
    default Set<String> oncePerClassAnnotations() {
        return Set.of();
    }
}
