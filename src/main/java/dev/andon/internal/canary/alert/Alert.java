package dev.andon.internal.canary.alert;

import dev.andon.internal.text.SecretText;
import dev.andon.internal.text.VisibleText;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of one incident, as a receiver is told it. It is a pure function of the canary log, so that it can be sent again
 * at any time and is the same after a restart. Its texts hold neither secrets nor control characters.
 *
 * @param incident the incident's id, the same for each receiver and after each restart
 * @param canary the canary's name
 * @param operation its key operation
 * @param owner who is told; may be empty
 * @param severity what is wrong
 * @param runbook what to do, a URL or a path; may be empty
 * @param failingStep the step in which the first bad run failed; empty where it names none
 * @param traceId the trace id of the incident's first bad run, which never moves; empty where runs are missing
 * @param startsAt the begin of the outage
 * @param endsAt when it ended; empty while it goes on
 * @param statement the outage in one sentence, or why the canary gives no result
 * @param environment the target's environment
 * @param location where the runner stands; may be empty
 */
public record Alert(
        String incident,
        String canary,
        String operation,
        String owner,
        AlertSeverity severity,
        String runbook,
        String failingStep,
        String traceId,
        Instant startsAt,
        Optional<Instant> endsAt,
        String statement,
        String environment,
        String location) {

    /** Removes what no receiver may get: a statement quotes what a service answered. */
    public Alert {
        operation = clean(operation);
        owner = clean(owner);
        runbook = clean(runbook);
        failingStep = clean(failingStep);
        statement = VisibleText.ofLines(SecretText.mask(statement));
        environment = clean(environment);
        location = clean(location);
    }

    private static String clean(String text) {
        return VisibleText.ofLine(SecretText.mask(text));
    }

    /** Returns whether the incident goes on. */
    public boolean firing() {
        return endsAt.isEmpty();
    }

    /** Returns it as it is when the incident has ended. */
    public Alert endedAt(Instant end) {
        return new Alert(
                incident,
                canary,
                operation,
                owner,
                severity,
                runbook,
                failingStep,
                traceId,
                startsAt,
                Optional.of(end),
                statement,
                environment,
                location);
    }

    /** Returns the incident in a few words, for a subject line. */
    public String summary() {
        String what = severity == AlertSeverity.SERVICE ? operation + " fails" : canary + " gives no result";
        return firing() ? what : "resolved: " + what;
    }
}
