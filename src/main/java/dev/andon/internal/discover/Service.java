package dev.andon.internal.discover;

import java.util.List;

/**
 * A unit of the system that is judged.
 *
 * @param name its class's binary name, or the handler that defines it where there is no class
 * @param module the module that holds it
 * @param tier whether the world enters here
 * @param reason the sign by which it was found, for example {@code @RestController}
 * @param routes the HTTP routes that it answers
 * @param entryTypes the types by which a test may name it besides its own class: interfaces that hold its mappings,
 *     generated gRPC outer classes
 * @param location where it stands
 */
public record Service(
        String name,
        String module,
        Tier tier,
        String reason,
        List<Route> routes,
        List<String> entryTypes,
        Location location) {

    /** How the world reaches a service. */
    public enum Tier {
        /** A framework entry point, or a class that the user names as a service: every practice applies. */
        ENTRY,
        /** A component behind an entry point: its own tests and coverage apply, the contracts of entry points do not. */
        INNER
    }
}
