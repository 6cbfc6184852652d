package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.ClassNames;
import java.util.List;

/** Judges whether a canary verifies an outcome. */
public final class CanaryAssertsCheck extends CanaryCodeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.CANARY, "canary-asserts");

    private static final String FIX =
            "let it verify what the operation gave: a status with expectStatus, and a value of "
                    + "the response with an assertion";

    static final FindingTemplate ASSERTS = new FindingTemplate("asserts", "verifies an outcome ({location})");
    static final FindingTemplate NO_TEST =
            new FindingTemplate("no-test", "{canary} ({location}) has no test, so it verifies nothing", FIX);
    static final FindingTemplate ASSERTS_NOTHING =
            new FindingTemplate("asserts-nothing", "{tests} {count?asserts:assert} nothing", FIX);

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Finding> faults(CanaryClass canary, CanaryCode code, Assertions assertions) {
        List<TestMethod> tests = (canary.enabledTests().isEmpty() ? canary.tests() : canary.enabledTests())
                .stream().map(CanaryClass.Test::method).toList();
        if (tests.isEmpty()) {
            return List.of(NO_TEST.with("canary", ClassNames.simple(canary.name()), "location", canary.location()));
        }
        List<String> silent = tests.stream()
                .filter(test -> !assertions.asserts(test))
                .map(TestNames::located)
                .toList();
        return silent.isEmpty()
                ? List.of()
                : List.of(ASSERTS_NOTHING
                        .with("tests", silent, "count", silent.size())
                        .identifiedBy(tests.stream()
                                .filter(test -> !assertions.asserts(test))
                                .map(TestMethod::name)
                                .toList()));
    }

    @Override
    Finding good(CanaryClass canary, CanaryCode code) {
        return ASSERTS.with("location", canary.location());
    }
}
