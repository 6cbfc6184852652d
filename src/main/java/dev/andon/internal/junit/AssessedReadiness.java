package dev.andon.internal.junit;

import dev.andon.PracticeResult;
import dev.andon.Readiness;
import dev.andon.ServiceResult;
import dev.andon.TestKind;
import dev.andon.internal.assess.Assessment;
import dev.andon.internal.assess.Settings;
import dev.andon.internal.judge.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** The readiness that an assessment found; without one, that of a build in which Andon is switched off. */
final class AssessedReadiness implements Readiness {
    private final @Nullable Assessment assessment;
    private final Settings settings;
    private final boolean alone;

    AssessedReadiness(@Nullable Assessment assessment, Settings settings) {
        this(assessment, settings, false);
    }

    /**
     * Creates it.
     *
     * @param alone whether only the readiness class runs, and no build tool runs it
     */
    AssessedReadiness(@Nullable Assessment assessment, Settings settings, boolean alone) {
        this.alone = alone;
        this.assessment = assessment;
        this.settings = settings;
    }

    static AssessedReadiness switchedOff(Settings settings) {
        return new AssessedReadiness(null, settings);
    }

    @Override
    public List<ServiceResult> services() {
        return report().services();
    }

    @Override
    public List<ServiceResult> canaries() {
        return report().canaries();
    }

    @Override
    public List<PracticeResult> codebase() {
        return report().codebase();
    }

    @Override
    public Optional<PracticeResult> tests(Class<?> service, TestKind kind) {
        if (kind == TestKind.ANY) {
            throw new IllegalArgumentException("TestKind.ANY is not one kind: name one of " + TestKind.kinds());
        }
        return assessment == null ? Optional.empty() : assessment.ask(service.getName(), kind);
    }

    @Override
    public boolean isReady() {
        return !report().fails();
    }

    @Override
    public Stream<DynamicTest> tests() {
        if (assessment == null) {
            return Stream.of(PracticeTestFactory.switchedOff());
        }
        return isUnfinishedAlone()
                ? Stream.of(PracticeTestFactory.alone(report()))
                : PracticeTestFactory.of(report(), settings);
    }

    private boolean isUnfinishedAlone() {
        return alone && report().runIncomplete().isPresent();
    }

    /** Returns how many of the tests fail. */
    long failingTests() {
        return settings.reportOnly() || isUnfinishedAlone() ? 0 : report().failing();
    }

    private Report report() {
        return assessment == null ? Report.empty("", List.of()) : assessment.report();
    }
}
