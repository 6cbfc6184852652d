package dev.andon.internal.canary.write;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.andon.internal.canary.record.PublishedRun;
import dev.andon.internal.formats.RunEnd;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a canary as JUnit does, and gives what came of it. */
record CanaryRuns(List<RunEnd> runs, List<TestExecutionResult> results) {

    static CanaryRuns of(Class<?> canary, URI target) {
        return of(canary, Map.of("andon.canary.target", target.toString()));
    }

    static CanaryRuns of(Class<?> canary, URI target, String key, String value) {
        return of(canary, Map.of("andon.canary.target", target.toString(), key, value));
    }

    static CanaryRuns of(Class<?> canary, Map<String, String> parameters) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter").selectors(selectClass(canary));
        parameters.forEach(kit::configurationParameter);
        EngineExecutionResults results = kit.execute();
        List<RunEnd> runs = results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .flatMap(entry -> PublishedRun.of(entry.getKeyValuePairs()).stream())
                .map(PublishedRun::run)
                .toList();
        List<TestExecutionResult> ended = results.allEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .toList();
        return new CanaryRuns(runs, ended);
    }

    RunEnd only() {
        if (runs.size() != 1) {
            throw new AssertionError(runs.size() + " runs: " + runs + " " + results);
        }
        return runs.get(0);
    }

    /** Whether JUnit says that everything is well. */
    boolean green() {
        return results.stream().allMatch(result -> result.getStatus() == TestExecutionResult.Status.SUCCESSFUL);
    }

    Throwable thrown() {
        return results.stream()
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was thrown"));
    }
}
