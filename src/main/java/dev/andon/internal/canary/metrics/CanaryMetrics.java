package dev.andon.internal.canary.metrics;

import dev.andon.internal.formats.RunEnd;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The metrics of one runner. A tag holds a name that is configured or declared, and never a text that was thrown or answered,
 * so the number of time series is bounded. Can be used by several threads.
 */
public final class CanaryMetrics {
    /** The media type of {@link #text}. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<WatchedCanary, CanaryMeters> canaries = new ConcurrentHashMap<>();
    private final AtomicInteger healthy = new AtomicInteger(1);

    /** Makes the metrics of a healthy runner that has run nothing. */
    public CanaryMetrics() {
        Gauge.builder("runner.healthy", healthy, AtomicInteger::get)
                .description(
                        "1 while the runner can run its canaries as scheduled, 0 while it lacks what it needs itself.")
                .register(registry);
    }

    /**
     * One canary where one runner runs it, and so the tags of its time series.
     *
     * @param canary its name
     * @param environment the target's environment; may be empty
     * @param location where the runner stands; may be empty
     */
    public record WatchedCanary(String canary, String environment, String location) {}

    /**
     * Shows a canary before its first run: a counter that begins with the first failure has no increase that a rule could
     * see.
     *
     * @param every its interval; nothing is shown where it is zero
     */
    public void expect(WatchedCanary canary, Duration every) {
        of(canary).interval(every);
    }

    /** Counts a run that has ended. */
    public void finished(RunEnd run) {
        WatchedCanary canary = watched(run);
        run.start().canary().every().ifPresent(every -> of(canary).interval(every));
        of(canary).finished(run);
    }

    /** Says whether the policy of a canary alerts now. */
    public void alerting(WatchedCanary canary, boolean alerting) {
        of(canary).alerting(alerting);
    }

    /** Says whether the runner itself has what it needs. */
    public void healthy(boolean is) {
        healthy.set(is ? 1 : 0);
    }

    /** Returns the canary of a run. */
    public static WatchedCanary watched(RunEnd run) {
        return new WatchedCanary(
                run.start().canary().name(),
                run.start().environment(),
                run.start().runner().location());
    }

    /** Returns all metrics in Prometheus' text format. */
    public String text() {
        return registry.scrape();
    }

    private CanaryMeters of(WatchedCanary canary) {
        return canaries.computeIfAbsent(canary, one -> new CanaryMeters(registry, one));
    }
}
