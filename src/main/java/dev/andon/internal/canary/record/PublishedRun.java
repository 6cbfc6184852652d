package dev.andon.internal.canary.record;

import dev.andon.canary.CanaryRun;
import dev.andon.internal.formats.CanaryRunCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run as the canary's extension publishes it to JUnit's listeners, in one report entry.
 *
 * @param run the run
 * @param asked whether the canary asked for the target's URI or for a credential, to connect by its own means
 * @param onlyCleanupFailed whether the operation succeeded and nothing but the cleanup failed; a proof does not count that
 *     as a detected fault
 * @param operationEnded when the operation ended; what the canary sends later belongs to its cleanup
 */
public record PublishedRun(CanaryRun run, boolean asked, boolean onlyCleanupFailed, Instant operationEnded) {
    private static final String RUN = "andon.canary.run";
    private static final String ASKED = "andon.canary.asked";
    private static final String OPERATION_ENDED = "andon.canary.operation-ended";
    private static final String CLEANUP_FAILED = "andon.canary.cleanup-failed";

    /** Returns the key-value pairs of the report entry. */
    public Map<String, String> toEntry() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(RUN, CanaryRunCodec.encode(run));
        entry.put(OPERATION_ENDED, operationEnded.toString());
        if (onlyCleanupFailed) {
            entry.put(CLEANUP_FAILED, "true");
        }
        if (asked) {
            entry.put(ASKED, "true");
        }
        return entry;
    }

    /** Returns the run that a report entry publishes; empty for an entry of somebody else. */
    public static Optional<PublishedRun> of(Map<String, String> entry) {
        return line(entry)
                .map(line -> new PublishedRun(
                        CanaryRunCodec.decode(line, "report entry " + RUN),
                        entry.containsKey(ASKED),
                        entry.containsKey(CLEANUP_FAILED),
                        Optional.ofNullable(entry.get(OPERATION_ENDED))
                                .map(Instant::parse)
                                .orElse(Instant.MAX)));
    }

    /** Returns the run as one line of JSON; empty for an entry of somebody else. */
    static Optional<String> line(Map<String, String> entry) {
        return Optional.ofNullable(entry.get(RUN));
    }
}
