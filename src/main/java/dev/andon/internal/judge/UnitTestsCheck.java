package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.TestKind;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.List;

/** Judges whether a service has unit tests that ran, asserted and passed. */
final class UnitTestsCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.TESTED, Practice.Scope.SERVICE, "unit-tests");

    static final FindingTemplate NO_TEST = new FindingTemplate(
            "no-test",
            NewTestAdvice.FOUND,
            "{make} a test that calls its methods and asserts on what they do{further}");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        return subject instanceof Subject.OfService of
                ? List.of(new TestsOfKind(evidence, TestKind.UNIT, requirements, NO_TEST).judge(of.service()))
                : List.of();
    }
}
