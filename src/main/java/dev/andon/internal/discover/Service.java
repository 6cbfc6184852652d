package dev.andon.internal.discover;

import dev.andon.internal.frameworks.Route;
import java.util.List;

/**
 * A unit of the system that is judged.
 *
 * @param name its class's binary name, or the handler that defines it where there is no class
 * @param module the module that holds it
 * @param tier whether it is an entry point
 * @param reason why it is a service, for example {@code @RestController}
 * @param routes the routes that it answers
 * @param entryTypes the types by which a test may name it besides its own class: interfaces that hold its mappings,
 *     generated classes
 * @param location its place in the sources
 */
public record Service(
        String name,
        String module,
        Tier tier,
        String reason,
        List<Route> routes,
        List<String> entryTypes,
        Location location) {

    /** Services are keys of many maps, and few differ in nothing but their routes. */
    @Override
    public int hashCode() {
        return name.hashCode() * 31 + module.hashCode();
    }

    /** Returns the same service as an entry point. */
    Service asEntryPoint() {
        return new Service(name, module, Tier.ENTRY, reason, routes, entryTypes, location);
    }

    /** Whether requests and messages reach a service from outside. */
    public enum Tier {
        /** An entry point of a framework, or a class that the user names as a service: every practice applies. */
        ENTRY,
        /** A component behind an entry point: unit tests and coverage apply, practices of entry points do not. */
        INNER
    }
}
