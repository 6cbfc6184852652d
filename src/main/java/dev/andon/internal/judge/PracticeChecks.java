package dev.andon.internal.judge;

import dev.andon.internal.require.PracticeCatalogue;
import java.util.List;

/** The list of all checks, in the order in which their results are reported. A new practice is added here. */
public final class PracticeChecks {
    /** All checks. */
    public static final List<PracticeCheck> ALL = List.of(
            new UnitTestsCheck(),
            new TestsAssertCheck(),
            new TestsEnabledCheck(),
            new TimeoutsSetCheck(),
            new TestsRunCheck(),
            new CoverageCheck(),
            new IntegrationTestsCheck(),
            new ChangedLinesCheck(),
            new PyramidCheck(),
            new TestsDetectFailureCheck(),
            new EndToEndTestsCheck(),
            new CanariesCheck(),
            new CanaryIndependentCheck(),
            new CanaryAssertsCheck(),
            new CanarySingleOperationCheck(),
            new CanaryBoundedCheck(),
            new CanaryIdentifiedCheck(),
            new CanaryDetectsFailureCheck(),
            new CanariesFewCheck(),
            new CanaryAlertsCheck(),
            new CanaryOutagesStatedCheck());

    /** The practices that they judge. */
    public static final PracticeCatalogue CATALOGUE =
            new PracticeCatalogue(ALL.stream().map(PracticeCheck::practice).toList());

    private PracticeChecks() {}
}
