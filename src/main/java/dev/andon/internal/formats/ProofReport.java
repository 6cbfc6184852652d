package dev.andon.internal.formats;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a proof of one canary found out.
 *
 * @param canary the binary name of its class
 * @param name the name of the canary
 * @param operation its key operation
 * @param route the route of the operation; empty where it has none
 * @param at when the proof ended
 * @param controlRun how the canary ended with no fault injected
 * @param reason why it ended so; empty for a success
 * @param asked whether it contacted its target, or asked the configuration for another address
 * @param requests the requests that it made, as seen by the proxy
 * @param anonymous the requests that do not identify the canary, with what they lack
 * @param faults one entry for each fault
 */
public record ProofReport(
        String canary,
        String name,
        String operation,
        String route,
        Instant at,
        CanaryOutcome controlRun,
        String reason,
        boolean asked,
        List<String> requests,
        List<String> anonymous,
        List<FaultResult> faults) {

    /**
     * What the canary made of one fault.
     *
     * @param fault the injected fault
     * @param verdict whether the canary detected it
     * @param request the requests whose response was faulty; empty where there were none
     * @param reason what the canary said, or why the fault was not injected
     */
    public record FaultResult(Fault fault, FaultVerdict verdict, String request, String reason) {}

    /** Whether a canary detected a fault. */
    public enum FaultVerdict {
        /** The canary was red. */
        DETECTED,
        /** The canary was not red. */
        SURVIVED,
        /** The canary says that it need not be red. */
        WAIVED,
        /** No request could be faulted in this way. */
        NOT_APPLICABLE;

        /** Returns the word in the file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
