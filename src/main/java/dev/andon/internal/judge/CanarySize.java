package dev.andon.internal.judge;

import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.CanaryCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether a canary does one operation in one small test: {@code canary-single-operation}. */
final class CanarySize {
    /** Lines of the test from its first to its last, helpers of its own class included. */
    static final int MOST_LINES = 40;

    /** Requests and steps that stand in the test's code; a loop counts once. */
    static final int MOST_REQUESTS = 10;

    private CanarySize() {}

    static Optional<CanaryFault> fault(CanaryClass canary, CanaryCode code) {
        List<String> faults = new ArrayList<>();
        List<CanaryClass.Test> enabled = canary.enabledTests();
        if (canary.tests().isEmpty()) {
            faults.add(ServiceLabels.simple(canary.name()) + " (" + canary.location() + ") has no test");
        } else if (enabled.isEmpty()) {
            faults.add("it never runs: " + places(canary.tests()) + " is disabled");
        } else if (enabled.size() > 1) {
            faults.add("it has " + enabled.size() + " tests: " + places(enabled));
        }
        enabled.stream()
                .filter(test -> !test.repeats().isEmpty())
                .findFirst()
                .ifPresent(
                        test -> faults.add(test.repeats() + " makes more than one test of " + places(List.of(test))));
        canary.once()
                .forEach(once -> faults.add(once.annotation() + " " + once.method() + " (" + once.location()
                        + ") is outside of " + "what a run times and records"));
        if (code.lines() > MOST_LINES) {
            faults.add("its test takes " + code.lines() + " lines (" + canary.location() + "), where " + MOST_LINES
                    + " are allowed");
        }
        if (code.requests() > MOST_REQUESTS) {
            faults.add("its test makes " + code.requests() + " requests (" + canary.location() + "), where "
                    + MOST_REQUESTS + " are allowed");
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new CanaryFault(
                        String.join("; ", faults),
                        "give it one @Test of one key operation, at most " + MOST_LINES + " lines and " + MOST_REQUESTS
                                + " requests, with @BeforeEach and @AfterEach around it; leave the rest to end-to-end "
                                + "tests, or to a canary of its own"));
    }

    private static String places(List<CanaryClass.Test> tests) {
        return tests.stream()
                .map(CanaryClass.Test::method)
                .map(method -> MethodLabels.simpleName(method) + " (" + method.location() + ")")
                .collect(Collectors.joining(", "));
    }
}
