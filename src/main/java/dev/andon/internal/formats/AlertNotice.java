package dev.andon.internal.formats;

import java.time.Instant;

/**
 * Somebody was notified, or could not be.
 *
 * @param time when
 * @param canary the canary's name
 * @param environment the target's environment
 * @param location where the runner stands; may be empty
 * @param receiver the receiver's name
 * @param incident the incident: the canary's name and the id of its first bad run
 * @param firing whether it said that the incident goes on, not that it is resolved
 * @param problem why the receiver did not take it; empty where it did
 */
public record AlertNotice(
        Instant time,
        String canary,
        String environment,
        String location,
        String receiver,
        String incident,
        boolean firing,
        String problem)
        implements CanaryLogLine {}
