package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges whether a canary performs one operation in one small test. */
public final class CanarySingleOperationCheck extends CanaryCodeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.CANARY, "canary-single-operation");

    /** Lines of the test from its first to its last, helpers of its own class included. */
    static final int MAX_LINES = 40;

    /** Requests and steps in the code of the test; a loop counts once. */
    static final int MAX_REQUESTS = 10;

    private static final String FIX = "give it one @Test of one key operation, at most " + MAX_LINES + " lines and "
            + MAX_REQUESTS
            + " requests, with @BeforeEach and @AfterEach around it; leave the rest to end-to-end tests, or "
            + "to a canary of its own";

    static final FindingTemplate SMALL = new FindingTemplate("small", "one test of {lines:line} ({location})");
    static final FindingTemplate NO_TEST = new FindingTemplate("no-test", "{canary} ({location}) has no test", FIX);
    static final FindingTemplate DISABLED = new FindingTemplate("disabled", "it never runs: {tests} is disabled", FIX);
    static final FindingTemplate CONDITIONAL = new FindingTemplate(
            "conditional",
            "@{annotation} ({location}) may skip {test}, and nobody is alerted then",
            "remove the condition: a canary runs, or does not exist");
    static final FindingTemplate SEVERAL_TESTS =
            new FindingTemplate("several-tests", "it has {count} tests: {tests}", FIX);
    static final FindingTemplate REPEATED =
            new FindingTemplate("repeated", "{annotation} makes more than one test of {test}", FIX);
    static final FindingTemplate OUTSIDE_OF_RUN = new FindingTemplate(
            "outside-of-run", "{annotation} {method} ({location}) is outside of what a run times and records", FIX);
    static final FindingTemplate TOO_LONG = new FindingTemplate(
            "too-long", "its test takes {lines} lines ({location}), where " + MAX_LINES + " are allowed", FIX);
    static final FindingTemplate TOO_MANY_REQUESTS = new FindingTemplate(
            "too-many-requests",
            "its test makes {requests} requests ({location}), where " + MAX_REQUESTS + " are allowed",
            FIX);

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Finding> faults(CanaryClass canary, CanaryCode code, Assertions assertions) {
        List<Finding> faults = new ArrayList<>();
        List<CanaryClass.Test> enabled = canary.enabledTests();
        if (canary.tests().isEmpty()) {
            faults.add(NO_TEST.with("canary", ClassNames.simple(canary.name()), "location", canary.location()));
        } else if (enabled.isEmpty()) {
            faults.add(DISABLED.with("tests", located(canary.tests())));
        } else if (enabled.size() > 1) {
            faults.add(SEVERAL_TESTS.with("count", enabled.size(), "tests", located(enabled)));
        }
        enabled.forEach(test -> Optional.ofNullable(test.method().disabled())
                .ifPresent(condition -> faults.add(CONDITIONAL
                        .with("annotation", condition.annotation())
                        .with("location", condition.location())
                        .with("test", TestNames.located(test.method()))
                        .identifiedBy(test.method().name()))));
        enabled.stream()
                .filter(test -> !test.repeats().isEmpty())
                .findFirst()
                .map(test -> REPEATED.with("annotation", test.repeats(), "test", TestNames.located(test.method())))
                .ifPresent(faults::add);
        canary.once()
                .forEach(once -> faults.add(OUTSIDE_OF_RUN.with(
                        "annotation", once.annotation(), "method", once.method(), "location", once.location())));
        if (code.lines() > MAX_LINES) {
            faults.add(TOO_LONG.with("lines", code.lines(), "location", canary.location()));
        }
        if (code.requests() > MAX_REQUESTS) {
            faults.add(TOO_MANY_REQUESTS.with("requests", code.requests(), "location", canary.location()));
        }
        return faults;
    }

    @Override
    Finding good(CanaryClass canary, CanaryCode code) {
        return SMALL.with("lines", code.lines(), "location", canary.location());
    }

    private static List<String> located(List<CanaryClass.Test> tests) {
        return tests.stream()
                .map(CanaryClass.Test::method)
                .map(TestNames::located)
                .toList();
    }
}
