package dev.andon.internal.judge;

import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.FirstFew;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The practices on one canary that its class file alone decides. */
public final class CanaryRules {
    /** The practices that {@link #fault} judges. */
    public static final Set<Practice> PRACTICES = Set.copyOf(EnumSet.of(
            Practice.CANARY_INDEPENDENT,
            Practice.CANARY_ASSERTS,
            Practice.CANARY_SINGLE_OPERATION,
            Practice.CANARY_BOUNDED,
            Practice.CANARY_ALERTS));

    private static final int SHOWN = 5;

    private CanaryRules() {}

    /** Returns what is wrong with a canary by one of these practices, if anything. */
    public static Optional<CanaryFault> fault(
            Practice practice, CanaryClass canary, CanaryCode code, Assertions assertions) {
        return switch (practice) {
            case CANARY_INDEPENDENT -> dependent(code.reached());
            case CANARY_ASSERTS -> silent(canary, assertions);
            case CANARY_SINGLE_OPERATION -> CanarySize.fault(canary, code);
            case CANARY_BOUNDED -> CanaryBounds.fault(canary, code);
            case CANARY_ALERTS -> CanaryAlerts.fault(canary, code);
            default -> throw new IllegalArgumentException(practice + " is not decided by a class file");
        };
    }

    /** Returns what to say of a canary that has no fault by one of these practices. */
    static String good(Practice practice, CanaryClass canary, CanaryCode code) {
        return switch (practice) {
            case CANARY_INDEPENDENT -> "reaches no class of the system under test";
            case CANARY_ASSERTS -> "verifies an outcome";
            case CANARY_SINGLE_OPERATION -> "one test of " + code.lines() + " lines";
            case CANARY_BOUNDED ->
                "every " + canary.written().every() + ", timeout "
                        + canary.written().timeout();
            default ->
                "pages " + canary.written().owner() + " after "
                        + canary.written().tolerance() + ", runbook "
                        + canary.written().runbook();
        };
    }

    static Optional<CanaryFault> dependent(List<CanaryCode.Reached> reached) {
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CanaryFault(
                "reaches "
                        + FirstFew.of(
                                reached.stream()
                                        .map(one -> one.what() + " (" + one.location() + ")")
                                        .toList(),
                                SHOWN)
                        + " of the system under test",
                "ask the service from outside, through CanaryClient as a user would, and keep the canary in a module that "
                        + "does not depend on the service's classes"));
    }

    private static Optional<CanaryFault> silent(CanaryClass canary, Assertions assertions) {
        List<TestMethod> tests = (canary.enabledTests().isEmpty() ? canary.tests() : canary.enabledTests())
                .stream().map(CanaryClass.Test::method).toList();
        String fix =
                "let it verify what the operation gave: a status with expectStatus, and a value of the answer with "
                        + "an assertion";
        if (tests.isEmpty()) {
            return Optional.of(new CanaryFault(
                    ServiceLabels.simple(canary.name()) + " (" + canary.location()
                            + ") has no test, so it verifies nothing",
                    fix));
        }
        List<TestMethod> silent =
                tests.stream().filter(test -> !assertions.asserts(test)).toList();
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(new CanaryFault(
                        silent.stream()
                                        .map(test -> MethodLabels.simpleName(test) + " (" + test.location() + ")")
                                        .collect(Collectors.joining(", "))
                                + (silent.size() == 1 ? " asserts nothing" : " assert nothing"),
                        fix));
    }
}
