package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.List;

/** Judges whether an entry point has integration tests with evidence. */
final class IntegrationTestsCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.INTEGRATED, Practice.Scope.SERVICE, "integration-tests");

    static final FindingTemplate NO_TEST = new FindingTemplate(
            "no-test",
            NewTestAdvice.FOUND,
            "{make} a test that starts the service with what it depends on, {call}{further}");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        if (!(subject instanceof Subject.OfService of)) {
            return List.of();
        }
        return List.of(
                of.service().tier() == Service.Tier.INNER
                        ? Result.notApplicable(TestsOfKind.NOT_AN_ENTRY_POINT.with())
                        : new TestsOfKind(evidence, TestKind.INTEGRATION, requirements, NO_TEST).judge(of.service()));
    }
}
