package dev.andon.internal.formats;

import java.time.Duration;
import java.util.Optional;

/**
 * The canary of a run, as it was declared and configured then.
 *
 * @param name its name, for example {@code place-an-order}
 * @param className its class
 * @param operation its key operation
 * @param route the route that performs it; empty if absent
 * @param version the version of its artefact
 * @param every the interval; empty where none is declared
 * @param timeout the time that one run may take
 * @param tolerance when somebody is alerted, as the canary writes it; empty where it does not
 */
public record RunCanary(
        String name,
        String className,
        String operation,
        String route,
        String version,
        Optional<Duration> every,
        Duration timeout,
        String tolerance) {}
