package dev.andon.internal.discover;

import dev.andon.TestKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A test method as a test class runs it, inherited and nested ones included.
 *
 * @param runsIn the binary name of the class that runs it: the test class itself or a nested one
 * @param declaredIn the binary name of the class that declares it
 * @param name its name
 * @param descriptor its descriptor
 * @param disabled the annotation that disables it, if any
 * @param tags its tags, those of its classes included
 * @param ownKind its kind, where the methods of its class are of several; null where it is that of the class
 * @param timeLimited whether its framework ends or fails it when it takes too long
 * @param location its place in the sources
 */
public record TestMethod(
        String runsIn,
        String declaredIn,
        String name,
        String descriptor,
        @Nullable Disabled disabled,
        Set<String> tags,
        @Nullable TestKind ownKind,
        boolean timeLimited,
        Location location) {

    /** Creates a method of the kind of its class. */
    public TestMethod(
            String runsIn,
            String declaredIn,
            String name,
            String descriptor,
            @Nullable Disabled disabled,
            Set<String> tags,
            boolean timeLimited,
            Location location) {
        this(runsIn, declaredIn, name, descriptor, disabled, tags, null, timeLimited, location);
    }

    /** Returns the same method, of that kind. */
    public TestMethod ofKind(@Nullable TestKind kind) {
        return new TestMethod(runsIn, declaredIn, name, descriptor, disabled, tags, kind, timeLimited, location);
    }

    /** Returns whether it is enabled, at least under some condition. */
    public boolean isEnabled() {
        return disabled == null || disabled.conditional();
    }

    /**
     * An annotation that disables a test or all tests of a class.
     *
     * @param annotation its simple name, for example {@code Disabled}
     * @param reason the reason given, empty if there is none
     * @param conditional whether it depends on the environment, such as {@code DisabledForJreRange}
     * @param location its place in the sources
     */
    public record Disabled(String annotation, String reason, boolean conditional, Location location) {}
}
