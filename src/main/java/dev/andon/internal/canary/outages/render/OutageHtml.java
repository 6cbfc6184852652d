package dev.andon.internal.canary.outages.render;

import dev.andon.internal.canary.outages.CanaryOutages;
import dev.andon.internal.canary.outages.LocationOutages;
import dev.andon.internal.canary.outages.OutageReport;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.canary.outages.ServiceState;
import dev.andon.internal.canary.outages.StateSpan;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes a report as one HTML file without scripts and without network: a timeline for each location, and the sentences. */
public final class OutageHtml {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Outages</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            body { max-width: 72rem; margin: auto; padding: 1rem; }
            svg { width: 100%; height: 1.5rem; display: block; }
            .up { fill: #2e8540; } .partial { fill: #b86e00; } .down { fill: #c5221f; }
            .changing { fill: #e3a857; } .unknown { fill: #9a9a9a; } .planned { fill: #4a6fa5; }
            dt { font-weight: 600; margin-top: .75rem; } dd { margin: 0; }
            .key svg { width: 1rem; height: 1rem; display: inline-block; vertical-align: middle; }
            </style>
            </head>
            <body>
            """;

    private final StringBuilder html = new StringBuilder(HEAD);
    private final OutageReport report;

    private OutageHtml(OutageReport report) {
        this.report = report;
    }

    /** Returns the page. */
    public static String of(OutageReport report) {
        return new OutageHtml(report).page();
    }

    private String page() {
        html.append("<h1>Outages from ")
                .append(report.from())
                .append(" to ")
                .append(report.to())
                .append("</h1>\n<p class=\"key\">");
        for (ServiceState state : ServiceState.values()) {
            html.append("<svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect class=\"")
                    .append(state.id())
                    .append("\" width=\"1\" height=\"1\"/></svg> ")
                    .append(state.id())
                    .append(" \n");
        }
        html.append("</p>\n");
        report.canaries().forEach(this::canary);
        if (report.late() > 0) {
            html.append("<p>").append(report.late()).append(" runs out of order are left out.</p>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private void canary(CanaryOutages canary) {
        html.append("<h2>")
                .append(escaped(canary.canary() + ": " + canary.operation()))
                .append(canary.environment().isEmpty() ? "" : " (" + escaped(canary.environment()) + ")")
                .append("</h2>\n<dl>\n");
        if (canary.locations().size() > 1) {
            row("all locations", canary.spans(), OutageText.sums(canary.availability()));
        }
        for (LocationOutages location : canary.locations()) {
            row(
                    location.location().isEmpty() ? "location not recorded" : location.location(),
                    location.spans(),
                    OutageText.sums(location.availability()) + OutageText.counts(location));
        }
        html.append("</dl>\n<ul>\n");
        canary.outages().forEach(outage -> html.append("<li>")
                .append(escaped(OutageSentence.of(outage)))
                .append("</li>\n"));
        html.append("</ul>\n");
    }

    private void row(String name, List<StateSpan> spans, String sums) {
        html.append("<dt>").append(escaped(name)).append("</dt>\n<dd>");
        long whole = Math.max(1, Duration.between(report.from(), report.to()).toMillis());
        html.append(
                "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"timeline\">\n");
        for (StateSpan span : spans) {
            double x = 1000.0 * Duration.between(report.from(), span.from()).toMillis() / whole;
            double width = 1000.0 * span.length().toMillis() / whole;
            // A short outage in a long range stays visible.
            html.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.3f\" width=\"%.3f\" height=\"10\"><title>%s from %s to %s</title></rect>%n",
                    span.state().id(),
                    x,
                    span.state() == ServiceState.UP ? width : Math.max(width, 1),
                    span.state().id(),
                    span.from(),
                    span.to()));
        }
        html.append("</svg>").append(escaped(sums)).append("</dd>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
