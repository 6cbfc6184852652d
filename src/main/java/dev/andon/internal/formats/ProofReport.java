package dev.andon.internal.formats;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
 * @param problems what is wrong with the canary apart from the faults that it does not detect
 * @param undecided why not everything could be decided; empty where everything was
 * @param provenBy the test class that shows that the canary fails, where no fault can be injected; empty where none is named
 * @param downgraded how the proof differs from production, as the rest of a sentence; empty where it does not
 * @param faults one entry for each fault and request into whose response it was or could have been injected
 * @param tolerance what its tolerance does in simulated runs; empty where it has none, or an earlier version proved it
 * @param outage the injected outage, and what its record states of it; empty where none was tried
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
        List<Problem> problems,
        String undecided,
        String provenBy,
        String downgraded,
        List<FaultResult> faults,
        Optional<TriedTolerance> tolerance,
        Optional<InjectedOutage> outage) {

    /** Creates a report without a tolerance and without an outage. */
    public ProofReport(
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
            List<Problem> problems,
            String undecided,
            String provenBy,
            String downgraded,
            List<FaultResult> faults) {
        this(
                canary,
                name,
                operation,
                route,
                at,
                controlRun,
                reason,
                asked,
                requests,
                anonymous,
                problems,
                undecided,
                provenBy,
                downgraded,
                faults,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the same report with what was found out about alerts and outages. */
    public ProofReport with(Optional<TriedTolerance> tried, Optional<InjectedOutage> injected) {
        return new ProofReport(
                canary,
                name,
                operation,
                route,
                at,
                controlRun,
                reason,
                asked,
                requests,
                anonymous,
                problems,
                undecided,
                provenBy,
                downgraded,
                faults,
                tried,
                injected);
    }

    /**
     * What is wrong with a canary.
     *
     * @param id which problem it is
     * @param found what was found, as the rest of a sentence about the canary
     * @param fix what to do
     */
    public record Problem(String id, String found, String fix) {}

    /**
     * What the canary made of one fault.
     *
     * @param fault the injected fault
     * @param verdict whether the canary detected it
     * @param request the request whose response was faulty; empty where there was none
     * @param reason what the canary said, or why the fault was not injected
     */
    public record FaultResult(Fault fault, FaultVerdict verdict, String request, String reason) {}

    /** Whether a canary detected a fault. */
    public enum FaultVerdict {
        /** The canary was red. */
        DETECTED,
        /** The canary was not red. */
        SURVIVED,
        /** The canary was not red and need not be, since it verifies another response that shows the same. */
        COVERED,
        /** It is not known whether the canary would be red; the reason says why. */
        UNDECIDED,
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
