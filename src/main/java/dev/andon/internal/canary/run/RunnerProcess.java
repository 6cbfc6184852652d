package dev.andon.internal.canary.run;

import dev.andon.internal.canary.alert.AlertDispatch;
import dev.andon.internal.canary.alert.AlertReceiver;
import dev.andon.internal.canary.alert.AlertReceivers;
import dev.andon.internal.canary.alert.DeadManPing;
import dev.andon.internal.canary.metrics.CanaryMetrics;
import dev.andon.internal.canary.metrics.CanaryMetrics.WatchedCanary;
import dev.andon.internal.canary.metrics.MetricsEndpoint;
import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.canary.write.LogSettings;
import dev.andon.internal.canary.write.TargetEnvironment;
import dev.andon.internal.formats.AlertNotice;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunnerSettings;
import dev.andon.internal.text.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One process that runs canaries in a loop: records, evaluates the policies, and tells receivers and metrics. */
public final class RunnerProcess {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<LoadedCanary> canaries;
    private final RunnerSettings settings;
    private final Consumer<String> notes;
    private final String environment;
    private final String location;
    private final AlertingState state;
    private final RunLog log;
    private final List<AlertReceiver> receivers;
    private final Optional<DeadManPing> deadMan;

    /** The canaries whose last run told of the runner alone. */
    private final Set<String> lacking = ConcurrentHashMap.newKeySet();

    /**
     * Makes one; nothing has run when something is wrong.
     *
     * @param notes takes what those who operate the runner should know
     * @throws CanaryConfigurationException if the settings name an absent canary, or a receiver whose address or secret
     *     cannot be found
     */
    public RunnerProcess(List<LoadedCanary> canaries, RunnerSettings settings, Consumer<String> notes) {
        this.canaries = List.copyOf(canaries);
        this.settings = settings;
        this.notes = notes;
        this.environment = TargetEnvironment.of(settings.parameters());
        this.location = TargetEnvironment.location(settings.parameters());
        this.state = new AlertingState(
                canaries, Tolerance.ofSettings(settings.tolerances()), environment, location, Instant.now());
        this.log = LogSettings.log(settings.parameters());
        settings.tolerances().keySet().stream()
                .filter(name ->
                        canaries.stream().noneMatch(canary -> canary.name().equals(name)))
                .forEach(name -> {
                    throw new CanaryConfigurationException(
                            "`tolerance` names " + name + ", and there is no such canary");
                });
        AlertReceivers made = AlertReceivers.from(System.getenv(), settings.receiversCa());
        this.receivers = made.of(settings.receivers());
        this.deadMan = settings.deadMan().map(url -> made.deadMan(url, notes));
    }

    /**
     * Runs until the process is told to end, or must be started anew.
     *
     * @param invocations makes what runs the canaries, and hands on each line of their log
     * @throws CanaryConfigurationException if there is no target, or the address of the metrics cannot be used
     * @throws IOException if the log of earlier processes cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public CanaryLoop.End run(Function<Consumer<CanaryLogLine>, Invocation> invocations)
            throws IOException, InterruptedException {
        if (environment.isEmpty()) {
            throw new CanaryConfigurationException(
                    "no target: name it by --target, in the settings file or by ANDON_CANARY_TARGET");
        }
        CanaryMetrics metrics = new CanaryMetrics();
        canaries.forEach(canary ->
                metrics.expect(watched(canary.name()), canary.spec().every().orElse(Duration.ZERO)));
        Optional<MetricsEndpoint> endpoint = endpoint(metrics);
        try {
            return run(metrics, invocations);
        } finally {
            endpoint.ifPresent(MetricsEndpoint::close);
        }
    }

    private CanaryLoop.End run(CanaryMetrics metrics, Function<Consumer<CanaryLogLine>, Invocation> invocations)
            throws IOException, InterruptedException {
        notes.accept("runs " + Plural.count(canaries.size(), "canary"));
        List<AlertNotice> past = rebuild();
        RunnerHealth health = new RunnerHealth(settings.control(), settings.parameters());
        try (AlertDispatch dispatch =
                new AlertDispatch(receivers, past, AlertReceivers.RESEND, Clock.systemUTC(), log::append)) {
            Consumer<CanaryLogLine> lines = line -> {
                CanaryLogLine known = health.explained(line);
                log.append(known);
                state.accept(known);
                if (known instanceof RunEnd end) {
                    // A failure that the runner itself caused is explained by another line.
                    boolean own = RunnerHealth.lack(end.reason()).isPresent();
                    boolean changed = own
                            ? lacking.add(end.start().canary().name())
                            : lacking.remove(end.start().canary().name());
                    if (changed) {
                        metrics.healthy(lacking.isEmpty());
                    }
                    metrics.finished(end);
                }
            };
            RoundPing round = new RoundPing(
                    canaries.stream().map(LoadedCanary::name).collect(Collectors.toSet()),
                    () -> deadMan.ifPresent(DeadManPing::roundCompleted));
            Invocation invocation = invocations.apply(lines);
            CanaryLoop loop = new CanaryLoop(
                    canaries,
                    invocation,
                    settings::muted,
                    canary -> {
                        tell(dispatch, metrics);
                        round.completed(canary);
                    },
                    notes);
            watch(() -> tell(dispatch, metrics));
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(loop, ended), "andon-shutdown"));
            try {
                return loop.run();
            } finally {
                invocation.close();
                ended.countDown();
            }
        }
    }

    /**
     * Tells the receivers what the log says now, and pings; for a process that ends after one round. Without a log to read no
     * policy is evaluated, which is noted.
     *
     * @throws IOException if the log cannot be read
     */
    public void tellOnce() throws IOException {
        if (LogSettings.folder(settings.parameters()).isEmpty()) {
            notes.accept("the log goes to standard output alone, so no policy is evaluated and no receiver is told");
        } else if (!receivers.isEmpty()) {
            List<AlertNotice> past = rebuild();
            try (AlertDispatch dispatch =
                    new AlertDispatch(receivers, past, AlertReceivers.RESEND, Clock.systemUTC(), log::append)) {
                dispatch.tellOnce(state.alerts(Instant.now()));
            }
        }
        deadMan.ifPresent(DeadManPing::send);
    }

    private List<AlertNotice> rebuild() throws IOException {
        Optional<Path> folder = LogSettings.folder(settings.parameters());
        List<AlertNotice> past = new ArrayList<>();
        if (folder.isEmpty()) {
            notes.accept("the log goes to standard output alone, so what earlier processes saw is not known: alerting"
                    + " starts anew");
            return past;
        }
        boolean known = LogEnd.read(
                folder.get(),
                line -> {
                    state.accept(line);
                    if (line instanceof AlertNotice notice) {
                        past.add(notice);
                    }
                },
                notes);
        state.endOfLog();
        notes.accept(
                known
                        ? "alerting goes on from the log in " + folder.get()
                        : "no log in " + folder.get() + " yet: alerting starts anew");
        return past;
    }

    /** It listens before anything is run or told: an address that cannot be used is a wrong setting. */
    private Optional<MetricsEndpoint> endpoint(CanaryMetrics metrics) {
        if (settings.metrics().isEmpty()) {
            return Optional.empty();
        }
        try {
            MetricsEndpoint endpoint = MetricsEndpoint.start(settings.metrics().get(), metrics);
            notes.accept("metrics: " + endpoint.uri());
            return Optional.of(endpoint);
        } catch (IOException unusable) {
            throw new CanaryConfigurationException(String.valueOf(unusable.getMessage()));
        }
    }

    private WatchedCanary watched(String canary) {
        return new WatchedCanary(canary, environment, location);
    }

    private synchronized void tell(AlertDispatch dispatch, CanaryMetrics metrics) {
        dispatch.state(state.alerts(Instant.now()));
        List<String> firing = state.firing();
        canaries.forEach(canary -> metrics.alerting(watched(canary.name()), firing.contains(canary.name())));
        metrics.healthy(lacking.isEmpty() && !state.runnerAlerts());
    }

    /** A canary that is missing leaves no line, so its absence is looked for. */
    private void watch(Runnable look) {
        Thread watching = new Thread(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        try {
                            look.run();
                        } catch (RuntimeException unexpected) {
                            notes.accept("alerting: " + unexpected);
                        }
                        LockSupport.parkNanos(LOOK.toNanos());
                    }
                },
                "andon-alerting");
        watching.setDaemon(true);
        watching.start();
    }

    /** The virtual machine ends when its hooks have: this one waits for what runs. */
    private static void end(CanaryLoop loop, CountDownLatch ended) {
        loop.stop();
        try {
            ended.await();
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
    }
}
