package dev.andon.cli;

import dev.andon.Verdict;
import java.util.Set;

/** The exit codes of all commands. */
final class ExitCode {
    static final int MET = 0;
    static final int VIOLATED = 1;
    static final int ERROR = 2;
    static final int UNDECIDED = 3;
    static final int UNHEALTHY_BEFORE = 4;
    static final int RESTART = 5;

    private ExitCode() {}

    /** Returns the code for results with these verdicts. */
    static int of(Set<Verdict> verdicts) {
        if (verdicts.contains(Verdict.VIOLATED)) {
            return VIOLATED;
        }
        return verdicts.contains(Verdict.UNDECIDED) ? UNDECIDED : MET;
    }
}
