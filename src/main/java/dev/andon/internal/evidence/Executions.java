package dev.andon.internal.evidence;

import java.util.List;
import java.util.Map;

/**
 * Which test classes ran which services, where the build can tell.
 *
 * @param available whether the build offers this evidence at all
 * @param reason why not, or what is not known, in words; empty where all is known
 * @param executions one for each pair that was asked for and can be told
 * @param untold the services that nobody can see run, by name, with why
 */
public record Executions(boolean available, String reason, List<Execution> executions, Map<String, String> untold) {

    /** All services can be told. */
    public Executions(boolean available, String reason, List<Execution> executions) {
        this(available, reason, executions, Map.of());
    }

    /** Returns that nothing is known, and why. */
    public static Executions unavailable(String reason) {
        return new Executions(false, reason, List.of());
    }
}
