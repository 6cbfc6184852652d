package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Set;

/** How tests make and inject mocks. Annotations are given by their simple names. */
public interface MockFacets {

    /** Returns the simple names of annotations that make a field or parameter a mock. */
    default Set<String> mockAnnotations() {
        return Set.of();
    }

    /** Returns the simple names of annotations of a field whose object is given the mocks that other fields declare. */
    default Set<String> injectingAnnotations() {
        return Set.of();
    }

    /** Returns the simple names of annotations that put a mock in the place of a bean, so that no request reaches it. */
    default Set<String> replacingMockAnnotations() {
        return Set.of();
    }

    /** Returns whether the annotation puts a bean of the tests, a class or a bean method, in the place of the application's. */
    default boolean putsInPlace(AnnotationFacts annotation) {
        return false;
    }

    /** Returns whether the annotation makes a class of the tests a part of the application, as a scanned configuration is. */
    default boolean isFoundByApplication(AnnotationFacts annotation) {
        return false;
    }

    /**
     * Returns whether applications find classes with this annotation by themselves, also among the tests: those around their
     * own class, if they scan packages, else all.
     */
    default boolean isEntryAmongTests(AnnotationFacts annotation) {
        return false;
    }

    /** Returns whether applications look for classes in the packages around their own class alone. */
    default boolean scansPackages(AnnotationFacts annotation) {
        return false;
    }

    /**
     * Returns whether a bean of the tests is there in a test.
     *
     * @param bean its annotations, those of its class included
     * @param withinTest whether its class is a part of a test class
     * @param test the test
     */
    default BeanPresence presence(List<AnnotationFacts> bean, boolean withinTest, BeanPresence.In test) {
        return condition(bean, test);
    }

    /** Returns whether the conditions in a bean's annotations, such as profiles, hold in a test. */
    default BeanPresence condition(List<AnnotationFacts> bean, BeanPresence.In test) {
        return BeanPresence.YES;
    }

    /** Returns whether the class belongs to a library for mocks. */
    default boolean isMockLibrary(String owner) {
        return false;
    }

    /** Returns whether the call puts its first argument in the place of the bean, or the type of bean, that follows. */
    default boolean replacesBean(Call call) {
        return false;
    }

    /** Returns whether the call says how the object that is its argument answers the call that follows. */
    default boolean stubs(Call call) {
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
}
