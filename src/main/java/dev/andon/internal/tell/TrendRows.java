package dev.andon.internal.tell;

import dev.andon.Verdict;
import dev.andon.internal.formats.PastBuild;
import dev.andon.internal.judge.Report;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The trend over the last builds: how many results were met, accepted and failing. */
final class TrendRows {
    private static final int SHOWN = 20;
    private static final Set<Verdict> ACCEPTED = Set.of(Verdict.WAIVED, Verdict.BASELINED, Verdict.EXEMPT);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TrendRows() {}

    private record Build(String when, long met, long accepted, long failing) {
        static Build of(String when, Map<Verdict, Long> counts) {
            long accepted = ACCEPTED.stream()
                    .mapToLong(verdict -> counts.getOrDefault(verdict, 0L))
                    .sum();
            return new Build(when, counts.getOrDefault(Verdict.MET, 0L), accepted, PastBuild.failing(counts));
        }

        long all() {
            return met + accepted + failing;
        }
    }

    /** Returns this build and those before, the latest first; none where no earlier one is kept. */
    static List<ReportPage.TrendRow> of(Report report, BuildHistory history) {
        if (history.builds().isEmpty()) {
            return List.of();
        }
        List<Build> builds = new ArrayList<>();
        for (PastBuild past : history.builds()) {
            builds.add(Build.of(WHEN.format(past.at()), past.counts()));
        }
        builds.add(Build.of("this build", report.counts()));
        Collections.reverse(builds);
        List<Build> shown = builds.subList(0, Math.min(SHOWN, builds.size()));
        long most = shown.stream().mapToLong(Build::all).max().orElse(1);
        return shown.stream().map(build -> row(build, Math.max(1, most))).toList();
    }

    private static ReportPage.TrendRow row(Build build, long most) {
        return new ReportPage.TrendRow(
                build.when(),
                build.failing() + " failing, " + build.accepted() + " accepted, " + build.met() + " met",
                List.of(
                        bar("violated", build.failing(), most),
                        bar("waived", build.accepted(), most),
                        bar("met", build.met(), most)));
    }

    private static ReportPage.Bar bar(String verdict, long count, long most) {
        return new ReportPage.Bar(
                verdict, String.valueOf(count), String.format(Locale.ROOT, "%.2f", 100.0 * count / most), verdict);
    }
}
