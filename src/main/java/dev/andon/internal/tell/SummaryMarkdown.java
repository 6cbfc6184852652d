package dev.andon.internal.tell;

import dev.andon.Level;
import dev.andon.internal.formats.PastBuild;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.MarkdownText;
import dev.andon.internal.text.Plural;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report for a page of a build server: what got worse since the last build stands first, then what fails by cause, and
 * the faults that survived.
 * Short however many services there are, since such pages are cut.
 */
final class SummaryMarkdown {
    private static final int CAUSES = 20;
    private static final int NAMED = 8;
    private static final int NOTES = 10;
    private static final int LONGEST = 600;

    private final Report report;
    private final BuildHistory history;
    private final StringBuilder text = new StringBuilder();

    private SummaryMarkdown(Report report, BuildHistory history) {
        this.report = report;
        this.history = history;
    }

    static String of(Report report, BuildHistory history) {
        return new SummaryMarkdown(report, history).text();
    }

    private String text() {
        line("## Andon: " + HtmlReport.headline(report));
        line("");
        line(Summary.counts(report)
                + (report.level() == Level.NONE ? "" : ". Level " + report.level() + " is required")
                + (report.readinessClass().isEmpty() ? "" : " by " + MarkdownText.code(report.readinessClass()))
                + ".");
        List<FailureCauses.Failure> failures = FailureCauses.failures(report);
        List<FailureCauses.Failure> worse = history.worse(failures);
        List<FailureCauses.Failure> others =
                failures.stream().filter(failure -> !worse.contains(failure)).toList();
        if (!history.builds().isEmpty()) {
            PastBuild last = history.last();
            causes("New since the build of " + last.at().truncatedTo(ChronoUnit.SECONDS), FailureCauses.of(worse));
            long better = history.better(failures);
            if (worse.isEmpty() || better > 0) {
                line("");
                line((worse.isEmpty() ? "Nothing got worse since the build of " : "Since the build of ")
                        + last.at().truncatedTo(ChronoUnit.SECONDS)
                        + (better == 0 ? "" : ", " + Plural.count(better, "finding") + " went away")
                        + ".");
            }
        }
        boolean baseline = !report.details().baseline().entries().isEmpty();
        causes(
                worse.isEmpty()
                        ? baseline ? "Not in the baseline" : "What fails, by cause"
                        : "What failed before, by cause",
                FailureCauses.of(others));
        SurvivedFaults.table(report).forEach(this::line);
        accepted();
        notes();
        return text.toString();
    }

    private void causes(String title, List<FailureCauses.Cause> causes) {
        if (causes.isEmpty()) {
            return;
        }
        line("");
        line("### " + title);
        line("");
        causes.stream().limit(CAUSES).forEach(this::cause);
        if (causes.size() > CAUSES) {
            line("- and " + Plural.count(causes.size() - CAUSES, "other cause") + ", in `index.html`");
        }
    }

    private void cause(FailureCauses.Cause cause) {
        List<String> names = cause.failures().stream()
                .limit(NAMED)
                .map(failure -> MarkdownText.code(failure.label()))
                .toList();
        int more = cause.failures().size() - names.size();
        FailureCauses.Failure example = cause.example();
        line("- **[" + cause.practice() + "](" + Message.page(cause.practice()) + ")** "
                + cause.verdict().word() + " for " + String.join(", ", names)
                + (more == 0 ? "" : " and " + more + " more") + "  ");
        line("  " + place(example) + shortened(example.result().found())
                + (example.result().fix().isEmpty() ? "" : "  "));
        if (!example.result().fix().isEmpty()) {
            line("  **Fix:** " + shortened(example.result().fix()));
        }
    }

    private String place(FailureCauses.Failure failure) {
        return Places.of(report, failure.name(), failure.result()).stream()
                .findFirst()
                .map(source -> MarkdownText.code(source.toString()) + " ")
                .orElse("");
    }

    private void accepted() {
        ReportDetails details = report.details();
        List<Requirements.Waiver> ending = details.waivers().stream()
                .filter(waiver -> waiver.endsSoon(details.today()))
                .toList();
        if (!ending.isEmpty()) {
            line("");
            line("### Waivers that end soon");
            line("");
            line("| practice | service | owner | until |");
            line("|---|---|---|---|");
            ending.forEach(waiver -> line("| " + waiver.practice().id() + " | "
                    + MarkdownText.code(waiver.shown())
                    + " | " + MarkdownText.line(waiver.owner()) + " | " + waiver.until() + " |"));
        }
        int known = details.baseline().entries().size();
        if (known > 0) {
            line("");
            line(Plural.count(known, "known violation") + (known == 1 ? " is" : " are") + " in the baseline.");
        }
    }

    private void notes() {
        List<String> notes = report.notes();
        if (!notes.isEmpty()) {
            line("");
            line("### Notes");
            line("");
            text.append(notes.stream()
                    .limit(NOTES)
                    .map(note -> "- " + shortened(note) + "\n")
                    .collect(Collectors.joining()));
            if (notes.size() > NOTES) {
                line("- and " + (notes.size() - NOTES) + " more");
            }
        }
    }

    private static String shortened(String outside) {
        // Cut before it is escaped: half an escape would set free what follows.
        return MarkdownText.line(outside.length() <= LONGEST ? outside : outside.substring(0, LONGEST) + " …");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
