package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.formats.RunAttempt;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One run of one canary, from its start to its outcome. */
final class CanaryExecution {
    private static final String OURS = CanaryExecution.class.getPackageName() + ".";

    private final CanarySpec spec;
    private final RunStart start;
    private final SteadyClock clock;
    private final Duration bound;
    private final int retries;
    private final boolean required;
    private final Secrets secrets = new Secrets();
    private final Redaction redaction = new Redaction(secrets);
    private final ConfiguredTarget target;
    private final Trace trace;
    private final RecordedSteps steps;
    private final ClockComparison comparison = new ClockComparison();
    private final ConnectionSettings connections;
    private final Clients clients;
    private final List<RunAttempt> attempts = new ArrayList<>();
    private final IdentityHashMap<Throwable, String> types = new IdentityHashMap<>();

    private volatile Deadline deadline;
    private volatile @Nullable HttpCanaryClient client;
    private @Nullable Duration operation;
    private @Nullable Throwable firstFailure;
    private @Nullable Throwable failure;
    private boolean cleaning;
    private @Nullable Throwable cleanupFailure;

    CanaryExecution(
            CanarySpec spec,
            CanarySettings settings,
            RunStart start,
            SteadyClock clock,
            ConnectionSettings connections,
            Clients clients) {
        this.spec = spec;
        this.start = start;
        this.clock = clock;
        this.bound = settings.timeout().orElse(spec.bound());
        this.retries = settings.retries().orElse(spec.retries());
        this.required = settings.required();
        this.deadline = Deadline.in(bound);
        this.target = new ConfiguredTarget(settings, secrets);
        this.trace = new Trace(
                start.traceId(), spec.name(), userAgent(spec, start.canary().version()));
        this.steps = new RecordedSteps(trace, secrets, clock);
        this.connections = connections;
        this.clients = clients;
        connections.proxy().flatMap(ConnectionSettings.Proxy::login).ifPresent(this::learnLogin);
    }

    private void learnLogin(String login) {
        secrets.learn(login);
        secrets.learn(login.substring(login.indexOf(':') + 1));
    }

    private static String userAgent(CanarySpec spec, String version) {
        String who = spec.name() + "-canary/" + version.replaceAll("[^A-Za-z0-9._+-]", "_");
        String more = spec.runbook().replaceAll("[^\\x21-\\x7e]|[()]", "");
        boolean url = more.startsWith("https://") || more.startsWith("http://");
        return url ? who + " (+" + more + ")" : who;
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
            Transport transport = new Transport(clients, connections, () -> deadline, secrets);
            made = new HttpCanaryClient(target, trace, steps, secrets, transport, comparison, clock);
            client = made;
        }
        return made;
    }

    /** Runs a call within what is left of the timeout; secrets are removed from what it throws. */
    <T extends @Nullable Object> T bounded(BoundedExecution.Call<T> call) throws Throwable {
        try {
            return BoundedExecution.run(spec.className(), deadline, steps::underWay, call);
        } catch (Throwable thrown) {
            Throwable redacted = withoutOurFrames(redaction.of(OutOfMemoryFailure.of(thrown)));
            if (required && redacted instanceof TestAbortedException nothing) {
                redacted = new NoResultError(nothing);
            }
            types.put(
                    redacted,
                    redacted instanceof OutOfMemoryFailure
                            ? OutOfMemoryError.class.getName()
                            : thrown.getClass().getName());
            if (cleaning) {
                cleanupFailure = cleanupFailure == null ? redacted : cleanupFailure;
            } else {
                failure = failure == null ? redacted : failure;
            }
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
            return attempt(first);
        } catch (Throwable failed) {
            if (RunOutcome.isInconclusive(failed)
                    || failed instanceof CanaryConfigurationException
                    || retries == 0
                    || deadline.left().isZero()) {
                throw failed;
            }
            firstFailure = failed;
            failure = null;
            return attempt(again);
        }
    }

    /** Runs one attempt at the operation, or one part of it where a test factory makes several. */
    <T extends @Nullable Object> T attempt(BoundedExecution.Call<T> call) throws Throwable {
        Instant began = clock.instant();
        String reason = "";
        try {
            return bounded(call);
        } catch (Throwable failed) {
            reason = secrets.redact(RunOutcome.text(failed));
            throw failed;
        } finally {
            operation = clock.elapsed();
            attempts.add(new RunAttempt(began, Duration.between(began, clock.instant()), reason));
        }
    }

    /** Begins the cleanup, which has the whole timeout again: it must run even where the operation used all of it. */
    void cleanup() {
        cleaning = true;
        steps.cleanup();
        deadline = Deadline.in(bound);
    }

    /** Returns whether only the cleanup failed; a check by an extension after the test counts as the operation. */
    private boolean onlyCleanupFailed(Throwable thrown) {
        return failure == null && thrown.equals(cleanupFailure) && thrown.getSuppressed().length == 0;
    }

    /** Returns what the operation threw first; JUnit does not tell what a dynamic test threw. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Returns whether the canary asked for the target's URI or for a credential, to connect by its own means. */
    boolean asked() {
        return target.used();
    }

    /** Returns when the operation ended, or now where it has not begun. */
    Instant operationEnded() {
        return operation == null ? clock.instant() : start.started().plus(operation);
    }

    RunEnd end(Optional<Throwable> thrown) {
        Duration duration = operation == null ? clock.elapsed() : operation;
        Optional<Throwable> decisive = thrown.filter(failed -> !onlyCleanupFailed(failed));
        RunOutcome outcome = RunOutcome.of(
                decisive.orElse(null),
                steps.begun() || target.used(),
                duration,
                // The first run loads classes and sets up TLS: that says nothing about the service.
                start.cold() ? Optional.empty() : spec.degradedAfter(),
                firstFailure);
        clients.close();
        List<CanaryStep> recorded = steps.close();
        Instant lastAttempt = attempts.isEmpty()
                ? start.started()
                : attempts.get(attempts.size() - 1).started();
        return new RunEnd(
                start,
                duration,
                outcome.outcome(),
                secrets.redact(outcome.reason()),
                decisive.map(failed ->
                                types.getOrDefault(failed, failed.getClass().getName()))
                        .orElse(""),
                List.copyOf(attempts),
                recorded,
                outcome.outcome() == CanaryOutcome.FAILURE ? steps.failing(lastAttempt) : Optional.empty(),
                cleanupFailure == null ? "" : secrets.redact(RunOutcome.text(cleanupFailure)),
                comparison.offset());
    }
}
