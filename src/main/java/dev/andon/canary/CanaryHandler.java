package dev.andon.canary;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Runs every canary of the artefacts on the class path once, for what starts Java code on a schedule: AWS Lambda by {@code
 * dev.andon.canary.CanaryHandler::handle}, CloudWatch Synthetics by {@code dev.andon.canary.CanaryHandler::runOnce}. Needs no
 * SDK; target and credentials are environment variables.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CanaryHandler {

    /** Called by what starts it. */
    public CanaryHandler() {}

    /**
     * Runs all canaries.
     *
     * @param event what started it, which is not looked at
     * @return the outcome of each canary
     * @throws CanaryStepError if one has failed or gave no result, so that the invocation counts as failed
     */
    public String handle(Object event) {
        return runAll();
    }

    /**
     * Runs all canaries.
     *
     * @throws CanaryStepError if one has failed or gave no result
     */
    public void runOnce() {
        runAll();
    }

    private static String runAll() {
        List<CanaryResult> results = CanaryRunner.ofArtefacts().once();
        String text = results.stream()
                .map(result -> result.canary() + ": " + result.outcome().id()
                        + (result.reason().isEmpty() ? "" : ", " + result.reason()))
                .collect(Collectors.joining("; "));
        boolean bad = results.stream()
                .map(CanaryResult::outcome)
                .anyMatch(outcome -> outcome == CanaryOutcome.FAILURE || outcome == CanaryOutcome.UNKNOWN);
        if (bad) {
            throw new CanaryStepError(text);
        }
        return text;
    }
}
