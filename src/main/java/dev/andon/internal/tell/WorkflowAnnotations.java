package dev.andon.internal.tell;

import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.internal.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What fails as workflow commands, one line each, which a build server of the actions kind shows beside the changed lines.
 * It shows ten of each level in a step: those that are new come first.
 */
final class WorkflowAnnotations {
    private static final int MOST = 10;

    private WorkflowAnnotations() {}

    static List<String> of(Report report, BuildHistory history) {
        List<FailureCauses.Failure> failures = FailureCauses.failures(report);
        List<FailureCauses.Failure> worse = history.worse(failures);
        List<FailureCauses.Failure> ordered = Stream.concat(
                        worse.stream(), failures.stream().filter(failure -> !worse.contains(failure)))
                .toList();
        List<String> lines = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.VIOLATED, Verdict.UNDECIDED)) {
            ordered.stream()
                    .filter(failure -> failure.result().verdict() == verdict)
                    .limit(MOST)
                    .forEach(failure -> lines.add(line(report, failure)));
        }
        return lines;
    }

    private static String line(Report report, FailureCauses.Failure failure) {
        String level = failure.result().verdict() == Verdict.VIOLATED ? "error" : "warning";
        String place = Places.of(report, failure.name(), failure.result()).stream()
                .findFirst()
                .map(source ->
                        "file=" + property(source.path()) + (source.line() > 0 ? ",line=" + source.line() : "") + ",")
                .orElse("");
        String fix = failure.result().fix();
        return "::" + level + " " + place + "title="
                + property(failure.label() + ": " + failure.result().id()) + "::"
                + data(failure.result().found() + (fix.isEmpty() ? "" : "\nFix: " + fix));
    }

    /** A line end would begin the next command. */
    private static String data(String text) {
        return VisibleText.ofLines(text).replace("%", "%25").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(VisibleText.ofLine(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
