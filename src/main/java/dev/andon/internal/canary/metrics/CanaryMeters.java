package dev.andon.internal.canary.metrics;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.metrics.CanaryMetrics.WatchedCanary;
import dev.andon.internal.formats.RunEnd;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The time series of one canary. */
final class CanaryMeters {
    private static final double MILLIS_OF_SECOND = 1000;
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter retries;
    private final Timer duration;
    private final Map<String, AtomicReference<Double>> gauges = new ConcurrentHashMap<>();

    CanaryMeters(MeterRegistry registry, WatchedCanary canary) {
        this.registry = registry;
        this.tags =
                Tags.of("canary", canary.canary(), "environment", canary.environment(), "location", canary.location());
        for (CanaryOutcome outcome : CanaryOutcome.values()) {
            runs(outcome);
        }
        this.retries = Counter.builder("canary.retries")
                .description("Second attempts within a run.")
                .tags(tags)
                .register(registry);
        this.duration = Timer.builder("canary.run.duration")
                .description("How long runs took that learnt something, cleanup excluded.")
                .serviceLevelObjectives(BUCKETS)
                .tags(tags)
                .register(registry);
        alerting(false);
    }

    private Counter runs(CanaryOutcome outcome) {
        return Counter.builder("canary.runs")
                .description("Runs that have ended, by outcome.")
                .tags(tags.and("outcome", outcome.id()))
                .register(registry);
    }

    void interval(Duration every) {
        if (!every.isZero()) {
            set("canary.interval", "seconds", "The interval that the canary declares.", seconds(every));
        }
    }

    void alerting(boolean alerting) {
        set("canary.alerting", "", "1 while the canary's policy alerts, as evaluated by the runner.", alerting ? 1 : 0);
    }

    void finished(RunEnd run) {
        runs(run.outcome()).increment();
        retries.increment(Math.max(0, run.attempts().size() - 1));
        double ended = seconds(run.start().started()) + seconds(run.duration());
        set("canary.last.run.timestamp", "seconds", "When the last run ended.", ended);
        set("canary.muted", "", "1 while no failure alerts anybody, for maintenance.", muted(run));
        run.start()
                .scheduled()
                .ifPresent(due -> set(
                        "canary.schedule.lag",
                        "seconds",
                        "How much later than scheduled the last run began.",
                        Math.max(0, seconds(run.start().started()) - seconds(due))));
        if (run.outcome() == CanaryOutcome.UNKNOWN) {
            return;
        }
        duration.record(run.duration());
        set("canary.last.result.timestamp", "seconds", "When the last run ended that learnt something.", ended);
        set(
                "canary.last.result.failed",
                "",
                "1 where the last run that learnt something failed.",
                run.succeeded() ? 0 : 1);
        if (run.succeeded()) {
            set(
                    "canary.last.success.timestamp",
                    "seconds",
                    "When the last run ended in which the operation worked.",
                    ended);
        }
    }

    private static double muted(RunEnd run) {
        return run.start().muted().isEmpty() ? 0 : 1;
    }

    /** What is not known yet has no time series: a zero would be a point in time, or a good state. */
    private void set(String name, String unit, String description, double value) {
        gauges.computeIfAbsent(name, created -> {
                    AtomicReference<Double> holder = new AtomicReference<>(value);
                    Gauge.builder(name, holder, AtomicReference::get)
                            .description(description)
                            .baseUnit(unit.isEmpty() ? null : unit)
                            .strongReference(true)
                            .tags(tags)
                            .register(registry);
                    return holder;
                })
                .set(value);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_OF_SECOND;
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / MILLIS_OF_SECOND;
    }
}
