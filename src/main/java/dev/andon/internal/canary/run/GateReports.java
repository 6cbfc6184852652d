package dev.andon.internal.canary.run;

import dev.andon.internal.canary.run.GateCriterion.Health;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.text.MarkdownText;
import dev.andon.internal.text.VisibleText;
import java.time.Duration;
import java.util.List;

/** What a gate found out, for other tools: as JUnit's XML, and as Markdown. Pure. */
public final class GateReports {
    private static final double MILLIS = 1000;

    private GateReports() {}

    /** Returns JUnit's XML: a test case for each canary; undecided ones are errors, since a skipped one would pass. */
    public static String junitXml(List<GateResult> results) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"canary gate\" tests=\"").append(results.size());
        xml.append("\" failures=\"").append(count(results, Health.UNHEALTHY));
        xml.append("\" errors=\"").append(count(results, Health.UNDECIDED)).append("\" skipped=\"0\">\n");
        for (GateResult result : results) {
            double seconds = result.runs().stream()
                            .flatMap(List::stream)
                            .map(RunEnd::duration)
                            .mapToLong(Duration::toMillis)
                            .sum()
                    / MILLIS;
            xml.append("  <testcase classname=\"")
                    .append(escaped(result.canary().type().getName()));
            xml.append("\" name=\"").append(escaped(result.canary().name()));
            xml.append("\" time=\"").append(seconds).append('"');
            if (result.health() == Health.HEALTHY) {
                xml.append("/>\n");
            } else {
                String element = result.health() == Health.UNHEALTHY ? "failure" : "error";
                xml.append(">\n    <").append(element).append(" message=\"");
                xml.append(escaped(result.text())).append("\"/>\n  </testcase>\n");
            }
        }
        return xml.append("</testsuite>\n").toString();
    }

    private static long count(List<GateResult> results, Health health) {
        return results.stream().filter(result -> result.health() == health).count();
    }

    private static String escaped(String text) {
        return VisibleText.ofLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns the results as Markdown. */
    public static String markdown(String verdict, String criterion, List<GateResult> results) {
        StringBuilder text = new StringBuilder("## Canary gate: " + verdict + "\n\nCriterion: " + criterion + ".\n\n");
        text.append("| canary | operation | result |\n|---|---|---|\n");
        for (GateResult result : results) {
            text.append("| ").append(MarkdownText.line(result.canary().name()));
            text.append(" | ").append(MarkdownText.line(result.canary().spec().operation()));
            text.append(" | ").append(MarkdownText.line(result.text())).append(" |\n");
        }
        return text.toString();
    }
}
