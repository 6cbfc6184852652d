package dev.andon.internal.require;

import dev.andon.Level;
import dev.andon.TestKind;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue of practices: the one place that holds their ids, scopes and levels. */
public enum Practice {
    UNIT_TESTS("unit-tests", Scope.SERVICE, Level.TESTED, "OPS05-BP02"),
    TESTS_ASSERT("tests-assert", Scope.SERVICE, Level.TESTED, "OPS05-BP07"),
    TESTS_ENABLED("tests-enabled", Scope.SERVICE, Level.TESTED, "OPS05-BP07"),
    /** Applies only where a threshold is given. */
    COVERAGE("coverage", Scope.SERVICE, null, "OPS05-BP02"),
    INTEGRATION_TESTS("integration-tests", Scope.SERVICE, Level.INTEGRATED, "OPS05-BP02"),
    CHANGED_LINES("changed-lines", Scope.CODEBASE, null, "OPS05-BP02"),
    PYRAMID("pyramid", Scope.CODEBASE, null, "OPS05-BP02"),
    END_TO_END_TESTS("end-to-end-tests", Scope.SERVICE, Level.OPERABLE, "OPS05-BP02"),
    CANARIES("canaries", Scope.SERVICE, Level.OPERABLE, "OPS04-BP03"),
    CANARY_INDEPENDENT("canary-independent", Scope.CANARY, Level.OPERABLE, "OPS05-BP04"),
    CANARY_ASSERTS("canary-asserts", Scope.CANARY, Level.OPERABLE, "OPS04-BP03"),
    CANARY_SINGLE_OPERATION("canary-single-operation", Scope.CANARY, Level.OPERABLE, ""),
    CANARY_BOUNDED("canary-bounded", Scope.CANARY, Level.OPERABLE, ""),
    CANARY_IDENTIFIED("canary-identified", Scope.CANARY, Level.OPERABLE, "OPS04-BP05"),
    CANARY_DETECTS_FAILURE("canary-detects-failure", Scope.CANARY, Level.OPERABLE, "OPS04-BP03"),
    CANARIES_FEW("canaries-few", Scope.SERVICE, Level.OPERABLE, ""),
    CANARY_ALERTS("canary-alerts", Scope.CANARY, Level.WATCHED, "OPS08-BP04"),
    CANARY_OUTAGES_STATED("canary-outages-stated", Scope.SERVICE, Level.WATCHED, "OPS08-BP02");

    /** What one row of a practice speaks of. */
    public enum Scope {
        SERVICE,
        CANARY,
        CODEBASE
    }

    private final String id;
    private final Scope scope;
    private final @Nullable Level level;
    private final String serves;

    Practice(String id, Scope scope, @Nullable Level level, String serves) {
        this.id = id;
        this.scope = scope;
        this.level = level;
        this.serves = serves;
    }

    /** Returns the stable id that users put into waivers and scripts. */
    public String id() {
        return id;
    }

    /** Returns what one row speaks of. */
    public Scope scope() {
        return scope;
    }

    /** Returns the Well-Architected best practice that this one serves; empty where there is none. */
    public String serves() {
        return serves;
    }

    /** Returns whether this practice concerns canaries alone. */
    public boolean ofCanaries() {
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
