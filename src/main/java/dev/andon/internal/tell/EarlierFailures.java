package dev.andon.internal.tell;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.judge.Report;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What failed in an earlier report of a project, finding by finding. */
public final class EarlierFailures {
    private final Set<String> known = new HashSet<>();

    private EarlierFailures() {}

    /** Reads the report; without one, nothing failed. */
    public static EarlierFailures of(Optional<WrittenReport> before) {
        EarlierFailures earlier = new EarlierFailures();
        before.ifPresent(report -> each(report, (subject, result) -> {
            if (result.verdict().fails()) {
                earlier.known.addAll(FindingKeys.of(subject, result));
            }
        }));
        return earlier;
    }

    /** Returns the verdicts of what fails now and did not fail, or for another reason. */
    public Set<Verdict> newIn(WrittenReport now) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        each(now, (subject, result) -> {
            if (result.verdict().fails() && !known.containsAll(FindingKeys.of(subject, result))) {
                verdicts.add(result.verdict());
            }
        });
        return verdicts;
    }

    private static void each(WrittenReport report, BiConsumer<String, PracticeResult> to) {
        report.services()
                .forEach(one -> one.practices().forEach(result -> to.accept(one.module() + ":" + one.name(), result)));
        report.canaries()
                .forEach(one -> one.practices().forEach(result -> to.accept(one.module() + ":" + one.name(), result)));
        report.codebase().forEach(result -> to.accept(Report.CODEBASE, result));
    }
}
