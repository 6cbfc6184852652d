package dev.andon.cli;

import dev.andon.internal.canary.outages.CanaryOutages;
import dev.andon.internal.canary.outages.LocationOutages;
import dev.andon.internal.canary.outages.Outage;
import dev.andon.internal.canary.outages.OutageCollector;
import dev.andon.internal.canary.outages.OutageRange;
import dev.andon.internal.canary.outages.OutageReport;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.canary.outages.StateSpan;
import dev.andon.internal.canary.outages.render.OutageText;
import dev.andon.internal.tell.CanaryTimeline;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads from canary logs what a report shows of the deployed system. */
final class CanaryTimelines {
    private static final int SENTENCES = 20;

    private CanaryTimelines() {}

    /**
     * Returns one timeline for each canary; none where no log is named.
     *
     * @throws Misuse if a log cannot be read, or holds no run of the deployed system
     */
    static List<CanaryTimeline> of(List<String> logs, PrintWriter err) {
        if (logs.isEmpty()) {
            return List.of();
        }
        OutageCollector collector = new OutageCollector(new OutageRange(Optional.empty(), Optional.empty()));
        CanaryLogs.read(logs, err, collector::accept);
        OutageReport report = collector.report();
        if (report.runs() == 0) {
            throw new Misuse("--canary-log " + String.join(",", logs)
                    + ": no run of a canary that watches the deployed system is recorded there");
        }
        return report.canaries().stream().map(canary -> of(canary, report)).toList();
    }

    private static CanaryTimeline of(CanaryOutages canary, OutageReport report) {
        List<CanaryTimeline.Row> rows = new ArrayList<>();
        if (canary.locations().size() > 1) {
            rows.add(row("all locations", OutageText.sums(canary.availability()), canary.spans(), report));
        }
        for (LocationOutages location : canary.locations()) {
            String name = location.location().isEmpty() ? "location not recorded" : location.location();
            rows.add(row(name, OutageText.sums(location.availability()), location.spans(), report));
        }
        List<Outage> outages = canary.outages();
        int left = Math.max(0, outages.size() - SENTENCES);
        return new CanaryTimeline(
                canary.canary(),
                canary.operation(),
                canary.environment(),
                report.from() + " to " + report.to(),
                rows,
                outages.stream().skip(left).map(OutageSentence::of).toList(),
                left);
    }

    private static CanaryTimeline.Row row(String name, String sums, List<StateSpan> spans, OutageReport report) {
        double whole = Math.max(1, Duration.between(report.from(), report.to()).toMillis());
        return new CanaryTimeline.Row(
                name,
                sums,
                spans.stream()
                        .map(span -> new CanaryTimeline.Span(
                                span.state().id(),
                                span.state().id() + " from " + span.from() + " to " + span.to(),
                                String.format(
                                        Locale.ROOT, "%.4f", 100 * span.length().toMillis() / whole)))
                        .toList());
    }
}
