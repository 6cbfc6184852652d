package dev.andon.internal.canary.outages.render;

import dev.andon.internal.canary.outages.CanaryOutages;
import dev.andon.internal.canary.outages.LocationOutages;
import dev.andon.internal.canary.outages.OutageReport;
import dev.andon.internal.canary.outages.OutageWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the windows of a report as CSV: a header, then a line for each window of each location; durations in seconds. */
public final class OutageCsv {
    private static final List<String> HEADER = List.of(
            "canary",
            "environment",
            "operation",
            "location",
            "traceId",
            "beganAfter",
            "beganBy",
            "endedFrom",
            "endedBefore",
            "atLeastIfNoRecovery",
            "atMost",
            "failed",
            "goodInside",
            "planned",
            "missing",
            "failingStep");
    private static final double MILLIS = 1000;

    private OutageCsv() {}

    /** Returns the lines, each with a line end. */
    public static String of(OutageReport report) {
        StringBuilder csv = new StringBuilder(line(HEADER));
        for (CanaryOutages canary : report.canaries()) {
            for (LocationOutages location : canary.locations()) {
                location.windows().forEach(window -> csv.append(line(cells(canary, location, window))));
            }
        }
        return csv.toString();
    }

    private static List<String> cells(CanaryOutages canary, LocationOutages location, OutageWindow window) {
        return List.of(
                canary.canary(),
                canary.environment(),
                canary.operation(),
                location.location(),
                window.firstBad().traceId(),
                window.beganAfter().map(Instant::toString).orElse(""),
                window.beganBy().toString(),
                window.endedFrom().toString(),
                window.endedBefore().map(Instant::toString).orElse(""),
                window.flapping() ? "" : seconds(window.atLeast()),
                window.atMost().map(OutageCsv::seconds).orElse(""),
                String.valueOf(window.bad()),
                String.valueOf(window.goodInside()),
                String.valueOf(window.planned()),
                String.valueOf(window.missing()),
                window.firstBad().failingStep());
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toMillis() / MILLIS);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(OutageCsv::cell).collect(Collectors.joining(",", "", "\n"));
    }

    /** A spreadsheet would run a cell that begins like a formula. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
