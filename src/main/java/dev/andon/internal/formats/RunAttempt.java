package dev.andon.internal.formats;

import java.time.Duration;
import java.time.Instant;

/**
 * One attempt of a run at the operation.
 *
 * @param started when it began
 * @param duration how long it took
 * @param reason why it failed; empty where it did not
 */
public record RunAttempt(Instant started, Duration duration, String reason) {}
