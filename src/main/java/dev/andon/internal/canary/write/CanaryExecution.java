package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryRun;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.canary.spec.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One run of one canary, from its first moment to its outcome. */
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
        return more.isEmpty() ? who : who + " (+" + more + ")";
    }

    CanaryTarget target() {
        return target;
    }

    /**
     * Checks that there is a target.
     *
     * @throws TestAbortedException if there is none: the canary would learn nothing, whatever it does
     * @throws NoResultError in its place, where an answer is required
     */
    void needTarget() {
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

    /** Runs a piece within what is left of the timeout; what it throws is free of secrets. */
    <T extends @Nullable Object> T bounded(BoundedExecution.Piece<T> piece) throws Throwable {
        try {
            return BoundedExecution.run(spec.className(), deadline, piece);
        } catch (Throwable thrown) {
            operationFailed |= !cleaning;
            Throwable told = withoutOurFrames(redaction.of(thrown));
            if (required && told instanceof TestAbortedException nothing) {
                told = new NoResultError(nothing);
            }
            cleanupFailure = cleaning && cleanupFailure == null ? told : cleanupFailure;
            throw told;
        }
    }

    /** Whoever is paged reads the canary's own line first. */
    private Throwable withoutOurFrames(Throwable thrown) {
        if (thrown instanceof CanaryStepError) {
            thrown.setStackTrace(Arrays.stream(thrown.getStackTrace())
                    .filter(frame -> !frame.getClassName().startsWith(OURS)
                            || frame.getClassName().startsWith(spec.className()))
                    .toArray(StackTraceElement[]::new));
        }
        return thrown;
    }

    /** Runs the operation, and once more where it failed and the canary says so. */
    <T extends @Nullable Object> T operation(BoundedExecution.Piece<T> first, BoundedExecution.Piece<T> again)
            throws Throwable {
        try {
            return bounded(first);
        } catch (Throwable failed) {
            if (learntNothing(failed)
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

    /** The clean-up has a bound of its own: it must not be lost because the operation took all the time. */
    void cleanup() {
        cleaning = true;
        steps.cleanup();
        deadline = Deadline.in(bound);
    }

    /** Returns whether what went wrong was the clean-up alone: extensions check after the operation too. */
    boolean onlyCleanupFailed(Throwable thrown) {
        return !operationFailed && thrown.equals(cleanupFailure) && thrown.getSuppressed().length == 0;
    }

    /** Whether the canary asked where to go, or for a credential, to speak by its own means. */
    boolean asked() {
        return target.used();
    }

    CanaryRun end(Optional<Throwable> thrown) {
        Duration duration = operation == null ? Duration.ofNanos(System.nanoTime() - from) : operation;
        CanaryOutcome outcome = outcome(thrown, duration);
        clients.close();
        return new CanaryRun(
                spec.name(),
                spec.className(),
                spec.operation(),
                target.environment(),
                target.shown(),
                started,
                duration,
                outcome,
                firstFailure == null ? 1 : 2,
                secrets.redact(reason(thrown, outcome, duration)),
                thrown.map(Throwable::getClass).map(Class::getName).orElse(""),
                trace.id(),
                steps.close());
    }

    private static boolean learntNothing(Throwable thrown) {
        return thrown instanceof TestAbortedException || thrown instanceof NoResultError;
    }

    private CanaryOutcome outcome(Optional<Throwable> thrown, Duration duration) {
        if (thrown.isEmpty()) {
            boolean slow = spec.degradedAfter()
                    .filter(bound -> duration.compareTo(bound) > 0)
                    .isPresent();
            return slow ? CanaryOutcome.DEGRADED : CanaryOutcome.SUCCESS;
        }
        if (learntNothing(thrown.get())) {
            return CanaryOutcome.UNKNOWN;
        }
        boolean asked = steps.begun() || target.used();
        return asked && !(thrown.get() instanceof LinkageError) ? CanaryOutcome.FAILURE : CanaryOutcome.UNKNOWN;
    }

    private String reason(Optional<Throwable> thrown, CanaryOutcome outcome, Duration duration) {
        if (thrown.isPresent()) {
            return text(thrown.get());
        }
        if (outcome == CanaryOutcome.DEGRADED) {
            return "took " + Durations.text(Duration.ofMillis(duration.toMillis())) + ", more than "
                    + Durations.text(spec.degradedAfter().orElseThrow());
        }
        return firstFailure == null ? "" : "first try: " + text(firstFailure);
    }

    private static String text(Throwable thrown) {
        String message = Optional.ofNullable(thrown.getMessage()).orElse("");
        return thrown instanceof AssertionError || thrown instanceof TestAbortedException
                ? message
                : thrown.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
