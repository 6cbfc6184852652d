package dev.andon.internal.evidence;

import java.util.List;

/**
 * Which test classes ran which services, where the build can tell.
 *
 * @param available whether the build offers this evidence at all
 * @param reason why not, or what is not known, in words; empty where all is known
 * @param executions one for each pair that was asked for and can be told
 */
public record Executions(boolean available, String reason, List<Execution> executions) {

    /** Returns that nothing is known, and why. */
    public static Executions unavailable(String reason) {
        return new Executions(false, reason, List.of());
    }
}
