package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryRun;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One run of one canary, from its start to its outcome. */
final class CanaryExecution {
    private static final String OURS = CanaryExecution.class.getPackageName() + ".";

    private final CanarySpec spec;
    private final Instant started;
    private final long from = System.nanoTime();
    private final Duration bound;
    private final int retries;
    private final boolean required;
    private final Secrets secrets = new Secrets();
    private final Redaction redaction = new Redaction(secrets);
    private final ConfiguredTarget target;
    private final Trace trace;
    private final RecordedSteps steps;
    private final Clients clients;

    private volatile Deadline deadline;
    private volatile @Nullable HttpCanaryClient client;
    private @Nullable Duration operation;
    private @Nullable Throwable firstFailure;
    private boolean cleaning;
    private boolean operationFailed;
    private @Nullable Throwable cleanupFailure;

    CanaryExecution(CanarySpec spec, CanarySettings settings, String version, Clock clock, Clients clients) {
        this.spec = spec;
        this.started = clock.instant();
        this.bound = settings.timeout().orElse(spec.bound());
        this.retries = settings.retries().orElse(spec.retries());
        this.required = settings.required();
        this.deadline = Deadline.in(bound);
        this.target = new ConfiguredTarget(settings, secrets);
        this.trace = Trace.begin(spec.name(), userAgent(spec, version));
        this.steps = new RecordedSteps(trace, secrets, clock);
        this.clients = clients;
    }

    private static String userAgent(CanarySpec spec, String version) {
        String who = spec.name() + "-canary/" + version.replaceAll("[^A-Za-z0-9._+-]", "_");
        String more = spec.runbook().replaceAll("[^\\x21-\\x7e]|[()]", "");
        boolean url = more.startsWith("https://") || more.startsWith("http://");
        return !url ? who : who + " (+" + more + ")";
    }

    CanaryTarget target() {
        return target;
    }

    /**
     * Checks that a target is configured.
     *
     * @throws TestAbortedException if there is none: no run could say anything about the operation
     * @throws NoResultError instead, where a result is required
     */
    void requireTarget() {
        try {
            target.base();
        } catch (TestAbortedException nothing) {
            if (required) {
                throw new NoResultError(nothing);
            }
            throw nothing;
        }
    }

    CanarySteps steps() {
        return steps;
    }

    synchronized CanaryClient client() {
        HttpCanaryClient made = client;
        if (made == null) {
            Transport transport = new Transport(clients, () -> deadline, secrets);
            made = new HttpCanaryClient(target, trace, steps, secrets, transport);
            client = made;
        }
        return made;
    }

    /** Runs a call within what is left of the timeout; secrets are removed from what it throws. */
    <T extends @Nullable Object> T bounded(BoundedExecution.Call<T> call) throws Throwable {
        try {
            return BoundedExecution.run(spec.className(), deadline, call);
        } catch (Throwable thrown) {
            operationFailed |= !cleaning;
            Throwable redacted = withoutOurFrames(redaction.of(thrown));
            if (required && redacted instanceof TestAbortedException nothing) {
                redacted = new NoResultError(nothing);
            }
            cleanupFailure = cleaning && cleanupFailure == null ? redacted : cleanupFailure;
            throw redacted;
        }
    }

    /** The reader of an alert should see the canary's own line first. */
    private Throwable withoutOurFrames(Throwable thrown) {
        if (thrown instanceof CanaryStepError) {
            thrown.setStackTrace(Arrays.stream(thrown.getStackTrace())
                    .filter(frame -> !frame.getClassName().startsWith(OURS)
                            || frame.getClassName().startsWith(spec.className()))
                    .toArray(StackTraceElement[]::new));
        }
        return thrown;
    }

    /** Runs the operation, and once more where it failed and the canary allows a retry. */
    <T extends @Nullable Object> T operation(BoundedExecution.Call<T> first, BoundedExecution.Call<T> again)
            throws Throwable {
        try {
            return bounded(first);
        } catch (Throwable failed) {
            if (RunOutcome.isInconclusive(failed)
                    || failed instanceof CanaryConfigurationException
                    || retries == 0
                    || deadline.left().isZero()) {
                throw failed;
            }
            firstFailure = failed;
            operationFailed = false;
            return bounded(again);
        } finally {
            operation = Duration.ofNanos(System.nanoTime() - from);
        }
    }

    /** Begins the cleanup, which has the whole timeout again: it must run even where the operation used all of it. */
    void cleanup() {
        cleaning = true;
        steps.cleanup();
        deadline = Deadline.in(bound);
    }

    /** Returns whether only the cleanup failed; a check by an extension after the test counts as the operation. */
    boolean onlyCleanupFailed(Throwable thrown) {
        return !operationFailed && thrown.equals(cleanupFailure) && thrown.getSuppressed().length == 0;
    }

    /** Returns whether the canary asked for the target's URI or for a credential, to connect by its own means. */
    boolean asked() {
        return target.used();
    }

    /** Returns when the operation ended, or now where it has not begun. */
    Instant operationEnded() {
        return operation == null ? Instant.now() : started.plus(operation);
    }

    CanaryRun end(Optional<Throwable> thrown) {
        Duration duration = operation == null ? Duration.ofNanos(System.nanoTime() - from) : operation;
        RunOutcome outcome = RunOutcome.of(
                thrown.orElse(null), steps.begun() || target.used(), duration, spec.degradedAfter(), firstFailure);
        clients.close();
        return new CanaryRun(
                spec.name(),
                spec.className(),
                spec.operation(),
                target.environment(),
                target.shown(),
                started,
                duration,
                outcome.outcome(),
                firstFailure == null ? 1 : 2,
                secrets.redact(outcome.reason()),
                thrown.map(Throwable::getClass).map(Class::getName).orElse(""),
                trace.id(),
                steps.close());
    }
}
