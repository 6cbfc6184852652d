package dev.andon.internal.canary.record;

import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunStart;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run as the canary's extension publishes it to JUnit's listeners, in one report entry when it has ended, after one when it
 * began.
 *
 * @param run the run
 * @param asked whether the canary asked for the target's URI or for a credential, to connect by its own means
 * @param operationEnded when the operation ended; what the canary sends later belongs to its cleanup
 */
public record PublishedRun(RunEnd run, boolean asked, Instant operationEnded) {
    private static final String STARTED = "andon.canary.started";
    private static final String RUN = "andon.canary.run";
    private static final String ASKED = "andon.canary.asked";
    private static final String OPERATION_ENDED = "andon.canary.operation-ended";

    /** Returns the key-value pairs of the report entry. */
    public Map<String, String> toEntry() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(RUN, CanaryLogCodec.encode(run));
        entry.put(OPERATION_ENDED, operationEnded.toString());
        if (asked) {
            entry.put(ASKED, "true");
        }
        return entry;
    }

    /** Returns the run that a report entry publishes; empty for an entry of somebody else, or of a beginning. */
    public static Optional<PublishedRun> of(Map<String, String> entry) {
        return line(entry)
                .filter(RunEnd.class::isInstance)
                .map(line -> new PublishedRun(
                        (RunEnd) line,
                        entry.containsKey(ASKED),
                        Optional.ofNullable(entry.get(OPERATION_ENDED))
                                .map(Instant::parse)
                                .orElse(Instant.MAX)));
    }

    /** Returns the key-value pair of the report entry for a run that begins. */
    public static Map<String, String> entryOf(RunStart start) {
        return Map.of(STARTED, CanaryLogCodec.encode(start));
    }

    /** Returns the line of the canary log that a report entry holds; empty for an entry of somebody else. */
    public static Optional<CanaryLogLine> line(Map<String, String> entry) {
        return Optional.ofNullable(entry.getOrDefault(RUN, entry.get(STARTED)))
                .map(line -> CanaryLogCodec.decode(line, "report entry"));
    }
}
