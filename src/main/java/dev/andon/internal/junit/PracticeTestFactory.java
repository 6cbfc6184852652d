package dev.andon.internal.junit;

import dev.andon.OperationalReadinessError;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.assess.Settings;
import dev.andon.internal.judge.Report;
import dev.andon.internal.tell.Message;
import dev.andon.internal.text.VisibleText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Turns the results of a report into tests, and their verdicts into outcomes. */
final class PracticeTestFactory {
    private PracticeTestFactory() {}

    static Stream<DynamicTest> of(Report report, Settings settings) {
        Stream<DynamicTest> subjects = report.subjects().flatMap(subject -> subject.practices().stream()
                .filter(PracticeTestFactory::applies)
                .map(result -> test(report, subject.label(), result, Message.of(subject, result), settings)));
        Stream<DynamicTest> codebase = report.codebase().stream()
                .filter(PracticeTestFactory::applies)
                .map(result -> test(report, Report.CODEBASE, result, Message.ofCodebase(result), settings));
        return Stream.concat(subjects, codebase);
    }

    /** What does not apply is in the report only. */
    private static boolean applies(PracticeResult result) {
        return result.verdict() != Verdict.NOT_APPLICABLE;
    }

    /** The one test of a readiness class that runs by itself, as from an IDE: a list of failures would say no more. */
    static DynamicTest alone(Report report) {
        String found = report.runIncomplete().map(PracticeResult::found).orElse("");
        return test("codebase: run-complete", () -> {
            throw skipped("only the readiness class ran, so there is nothing to judge yet (" + found
                    + "): run the whole build");
        });
    }

    static DynamicTest switchedOff() {
        return test("codebase: andon.enabled", () -> {
            throw skipped("Andon is switched off by andon.enabled=false: nothing is checked");
        });
    }

    private static DynamicTest test(
            Report report, String label, PracticeResult result, String message, Settings settings) {
        return test(label + ": " + result.id(), () -> {
            switch (result.verdict()) {
                case MET -> {}
                case VIOLATED, UNDECIDED -> {
                    if (settings.reportOnly()) {
                        throw skipped("reported only (andon.report-only=true): " + message);
                    }
                    Optional<PracticeResult> cause = report.causeOf(result);
                    if (cause.isPresent()) {
                        throw skipped("undecided because of \"codebase: "
                                + cause.get().id() + "\", which fails (" + result.found() + ")");
                    }
                    UnreportedFailures.OF_THIS_JVM.reported(report.readinessClass());
                    throw new OperationalReadinessError(VisibleText.ofLines(message));
                }
                case WAIVED, BASELINED, EXEMPT -> throw skipped(result.found());
                case NOT_APPLICABLE -> throw new IllegalStateException("not a test: " + result);
            }
        });
    }

    /** Surefire shows a dynamic test's display name only where its source is a URI; one version loses such a test. */
    private static DynamicTest test(String text, org.junit.jupiter.api.function.Executable check) {
        String name = VisibleText.ofLine(text);
        if (SurefireVersion.losesTestsWithUri()) {
            return DynamicTest.dynamicTest(name, check);
        }
        URI source = URI.create("readiness:" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        return DynamicTest.dynamicTest(name, source, check);
    }

    private static TestAbortedException skipped(String reason) {
        TestAbortedException skipped = new TestAbortedException(VisibleText.ofLines(reason));
        skipped.setStackTrace(new StackTraceElement[0]);
        return skipped;
    }
}
