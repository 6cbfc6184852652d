package dev.andon.cli;

import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import java.util.Map;

/** The exit codes of all commands. */
final class ExitCode {
    static final int MET = 0;
    static final int VIOLATED = 1;
    static final int ERROR = 2;
    static final int UNDECIDED = 3;
    static final int UNHEALTHY_BEFORE = 4;
    static final int RESTART = 5;

    private ExitCode() {}

    static int of(Report report) {
        Map<Verdict, Long> counts = report.counts();
        if (counts.getOrDefault(Verdict.VIOLATED, 0L) > 0) {
            return VIOLATED;
        }
        return counts.getOrDefault(Verdict.UNDECIDED, 0L) > 0 ? UNDECIDED : MET;
    }
}
