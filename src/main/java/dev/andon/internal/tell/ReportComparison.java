package dev.andon.internal.tell;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.judge.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which results of a project differ from an earlier report, and why: what an upgrade of Andon turns red, or green. */
public final class ReportComparison {
    private ReportComparison() {}

    /** Returns the lines, the results that fail now first; one line where nothing differs. */
    public static String of(WrittenReport before, Report now) {
        Map<String, PracticeResult> earlier =
                results(Stream.concat(before.services().stream(), before.canaries().stream()), before.codebase());
        Map<String, PracticeResult> later = results(now.subjects(), now.codebase());
        List<String> red = new ArrayList<>();
        List<String> green = new ArrayList<>();
        List<String> other = new ArrayList<>();
        later.forEach((name, result) -> {
            PracticeResult old = earlier.get(name);
            if (old == null || old.verdict() != result.verdict()) {
                boolean failed = old != null && old.verdict().fails();
                (result.verdict().fails() ? red : failed ? green : other).add(line(name, old, result));
            }
        });
        List<String> gone = earlier.keySet().stream()
                .filter(name -> !later.containsKey(name))
                .map(name -> "  " + name)
                .toList();
        StringBuilder text = new StringBuilder();
        part("fail now", red, text);
        part("fail no longer", green, text);
        part("differ otherwise", other, text);
        part("are gone", gone, text);
        return text.isEmpty()
                ? "no result differs from the earlier report"
                : text.toString().stripTrailing();
    }

    private static Map<String, PracticeResult> results(Stream<ServiceResult> subjects, List<PracticeResult> codebase) {
        Map<String, PracticeResult> results = new LinkedHashMap<>();
        subjects.forEach(subject -> subject.practices()
                .forEach(result ->
                        results.put(subject.name() + " (module " + subject.module() + "): " + result.id(), result)));
        codebase.forEach(result -> results.merge(
                Report.CODEBASE + ": " + result.id(),
                result,
                (one, other) -> one.verdict().fails() ? one : other));
        return results;
    }

    private static String line(String name, @Nullable PracticeResult old, PracticeResult result) {
        String why = result.verdict().fails() || old == null ? result.found() : old.found();
        return "  " + name + ": " + (old == null ? "new" : old.verdict().word()) + " -> "
                + result.verdict().word()
                + (result.verdict().fails() || (old != null && old.verdict().fails())
                        ? "\n    " + (result.verdict().fails() ? "" : "was: ") + why.replaceAll("\\s*\\R\\s*", " ")
                        : "");
    }

    private static void part(String title, List<String> lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            text.append(lines.size())
                    .append(lines.size() == 1 ? " result: " : " results: ")
                    .append(title)
                    .append('\n');
            lines.forEach(line -> text.append(line).append('\n'));
        }
    }
}
