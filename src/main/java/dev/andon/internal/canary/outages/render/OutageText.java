package dev.andon.internal.canary.outages.render;

import dev.andon.internal.canary.outages.Availability;
import dev.andon.internal.canary.outages.CanaryOutages;
import dev.andon.internal.canary.outages.LocationOutages;
import dev.andon.internal.canary.outages.Outage;
import dev.andon.internal.canary.outages.OutageReport;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.canary.outages.OutageWindow;
import dev.andon.internal.text.MarkdownText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Writes a report as lines of text, or of Markdown. */
public final class OutageText {
    private final boolean markdown;
    private final List<String> lines = new ArrayList<>();

    private OutageText(boolean markdown) {
        this.markdown = markdown;
    }

    /** Returns the report as text, each line with a line end. */
    public static String plain(OutageReport report) {
        return new OutageText(false).text(report);
    }

    /** Returns the report as Markdown. */
    public static String markdown(OutageReport report) {
        return new OutageText(true).text(report);
    }

    private String text(OutageReport report) {
        heading("# ", "Outages from " + report.from() + " to " + report.to());
        for (CanaryOutages canary : report.canaries()) {
            heading("## ", canary.canary() + (canary.environment().isEmpty() ? "" : " on " + canary.environment()));
            canary(canary);
        }
        if (report.late() > 0) {
            line(report.late()
                    + " runs came more than ten minutes out of order, and are left out: give each log by itself.");
        }
        return String.join("\n", lines) + "\n";
    }

    private void canary(CanaryOutages canary) {
        if (canary.outages().isEmpty()) {
            line("No outage was seen.");
        }
        for (Outage outage : canary.outages()) {
            line(OutageSentence.of(outage));
            if (outage.windows().size() > 1) {
                outage.windows().forEach(this::window);
            }
        }
        if (canary.locations().size() > 1) {
            line("All locations: " + sums(canary.availability()));
        }
        for (LocationOutages location : canary.locations()) {
            line((location.location().isEmpty() ? "" : "Location " + location.location() + ": ")
                    + sums(location.availability())
                    + counts(location));
        }
    }

    private void window(OutageWindow window) {
        line("By itself: " + OutageSentence.of(window));
    }

    /** Returns the availability with what it was summed from. */
    public static String sums(Availability sums) {
        return AvailabilityText.of(sums) + " (up " + text(sums.up()) + ", down " + text(sums.down()) + ", up or down "
                + text(sums.undetermined()) + "; unknown " + text(sums.unknown()) + ", planned "
                + text(sums.planned()) + ")";
    }

    /** Returns what else the runs were. */
    static String counts(LocationOutages location) {
        Availability sums = location.availability();
        return "; " + sums.good() + " good and " + sums.bad() + " failed runs" + count(location.retried(), "retried")
                + count(location.degraded(), "degraded")
                + count(location.unknown(), "without a result")
                + count(location.unfinished(), "of them unfinished");
    }

    private static String count(long number, String what) {
        return number == 0 ? "" : ", " + number + " " + what;
    }

    private static String text(Duration duration) {
        return OutageSentence.text(duration.truncatedTo(ChronoUnit.SECONDS));
    }

    private void heading(String level, String text) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(markdown ? level + MarkdownText.line(text) : text);
        if (markdown) {
            lines.add("");
        }
    }

    private void line(String text) {
        lines.add(markdown ? "- " + MarkdownText.line(text) : "  " + text);
    }
}
