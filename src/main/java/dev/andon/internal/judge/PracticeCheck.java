package dev.andon.internal.judge;

import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.List;

/** Judges one practice. A check is pure: the same subject, evidence and requirements give the same results. */
public interface PracticeCheck {

    /** Returns the practice. */
    Practice practice();

    /**
     * Judges the practice for a subject. Several results of one subject are reported as one, by the worst verdict.
     *
     * @return the results; empty where the practice has nothing to say about such a subject
     */
    List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements);
}
