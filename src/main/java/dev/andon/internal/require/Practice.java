package dev.andon.internal.require;

import dev.andon.Level;
import dev.andon.TestKind;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue of practices: the one place that holds their ids, scopes and levels. */
public enum Practice {
    UNIT_TESTS("unit-tests", Scope.SERVICE, Level.TESTED),
    TESTS_ASSERT("tests-assert", Scope.SERVICE, Level.TESTED),
    TESTS_ENABLED("tests-enabled", Scope.SERVICE, Level.TESTED),
    /** Applies only where a threshold is given. */
    COVERAGE("coverage", Scope.SERVICE, null, "RequireCoverage"),
    INTEGRATION_TESTS("integration-tests", Scope.SERVICE, Level.INTEGRATED),
    CHANGED_LINES("changed-lines", Scope.CODEBASE, null),
    PYRAMID("pyramid", Scope.CODEBASE, null),
    END_TO_END_TESTS("end-to-end-tests", Scope.SERVICE, Level.OPERABLE),
    CANARIES("canaries", Scope.SERVICE, Level.OPERABLE),
    CANARY_INDEPENDENT("canary-independent", Scope.CANARY, Level.OPERABLE),
    CANARY_ASSERTS("canary-asserts", Scope.CANARY, Level.OPERABLE),
    CANARY_SINGLE_OPERATION("canary-single-operation", Scope.CANARY, Level.OPERABLE),
    CANARY_BOUNDED("canary-bounded", Scope.CANARY, Level.OPERABLE),
    CANARY_IDENTIFIED("canary-identified", Scope.CANARY, Level.OPERABLE),
    CANARY_DETECTS_FAILURE("canary-detects-failure", Scope.CANARY, Level.OPERABLE),
    CANARIES_FEW("canaries-few", Scope.SERVICE, Level.OPERABLE),
    CANARY_ALERTS("canary-alerts", Scope.CANARY, null);

    /** What one row of a practice speaks of. */
    public enum Scope {
        SERVICE,
        CANARY,
        CODEBASE
    }

    private final String id;
    private final Scope scope;
    private final @Nullable Level level;
    private final String annotation;

    Practice(String id, Scope scope, @Nullable Level level) {
        this(id, scope, level, "");
    }

    Practice(String id, Scope scope, @Nullable Level level, String annotation) {
        this.id = id;
        this.scope = scope;
        this.level = level;
        this.annotation = annotation;
    }

    /** Returns the stable id that users put into waivers and scripts. */
    public String id() {
        return id;
    }

    /** Returns what one row speaks of. */
    public Scope scope() {
        return scope;
    }

    /** Returns the annotation that requires it with the values that it needs; empty where it needs none. */
    public String annotation() {
        return annotation;
    }

    /** Returns whether this practice concerns canaries alone. */
    public boolean concernsCanaries() {
        return id.startsWith("canar");
    }

    /** Returns whether the level, or one before it, asks for this practice without a further annotation. */
    public boolean isPartOf(Level level) {
        return this.level != null && this.level.compareTo(level) <= 0;
    }

    /** Returns the practice that asks for tests of a kind. */
    public static Practice of(TestKind kind) {
        return ofId(kind.practice()).orElseThrow();
    }

    /** Returns the practice of this id, if there is one. */
    public static Optional<Practice> ofId(String id) {
        return Arrays.stream(values())
                .filter(practice -> practice.id.equals(id))
                .findFirst();
    }
}
