package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;

/** Which classes are entry points, and which are components behind them. */
public interface EntryPointFacets {

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

    /** Returns by what several signs together a class looks like an entry point that the framework cannot make a service. */
    default Optional<String> looksLikeEntryPoint(ClassView type) {
        return Optional.empty();
    }

    /** Returns the names by which classes look like entry points that the framework cannot make services. */
    default List<EntryPointSign> entryPointSigns() {
        return List.of();
    }

    /** Returns whether classes of this supertype are always generated. */
    default boolean isGeneratedBase(String superType) {
        return false;
    }
}
