package dev.andon.internal.evidence;

import dev.andon.internal.formats.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * One top-level test class that the build ran.
 *
 * @param className its binary name
 * @param outcome how the class itself ended: {@code ABORTED} or {@code FAILED} where its set-up did, {@code SKIPPED}
 *     where it is disabled
 * @param reason why, where it did not end well; empty otherwise
 * @param tests its tests, nested ones included
 * @param finished when it ended
 * @param source the ledger or report that tells it
 */
public record ClassRun(
        String className, Outcome outcome, String reason, List<TestRun> tests, Instant finished, String source) {}
