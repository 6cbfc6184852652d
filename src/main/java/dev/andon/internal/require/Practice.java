package dev.andon.internal.require;

import dev.andon.Level;
import java.util.Optional;

/**
 * An operational practice.
 *
 * @param id the stable id that users put into waivers and scripts
 * @param scope what one result of it is about
 * @param level the first level that requires it; empty where only an annotation does
 * @param annotation the annotation that requires it with the values that it cannot do without, for example
 *     {@code RequireCoverage}; empty where it needs none
 */
public record Practice(String id, Scope scope, Optional<Level> level, String annotation) {

    /** What one result of a practice is about. */
    public enum Scope {
        SERVICE,
        CANARY,
        CODEBASE
    }

    /** Returns a practice that a level, and all levels above it, require. */
    public static Practice ofLevel(Level level, Scope scope, String id) {
        return new Practice(id, scope, Optional.of(level), "");
    }

    /** Returns a practice that no level requires. */
    public static Practice optIn(Scope scope, String id) {
        return new Practice(id, scope, Optional.empty(), "");
    }

    /** Returns whether this practice is only about canaries. */
    public boolean concernsCanaries() {
        return id.startsWith("canar");
    }

    /** Returns whether this level or one below it requires the practice. */
    public boolean isPartOf(Level other) {
        return level.filter(first -> first.compareTo(other) <= 0).isPresent();
    }
}
