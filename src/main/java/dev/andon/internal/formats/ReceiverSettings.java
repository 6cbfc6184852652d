package dev.andon.internal.formats;

import java.util.Optional;

/**
 * One receiver of alerts, as the settings file describes it.
 *
 * @param name its name in the canary log and in messages; unique
 * @param type what it is
 * @param url where it is; empty where its type has an address of its own
 * @param routingKey PagerDuty's integration key; empty for others
 * @param authorization the value of the header {@code Authorization}; may be empty
 */
public record ReceiverSettings(
        String name,
        Type type,
        Optional<SecretSource> url,
        Optional<SecretSource> routingKey,
        Optional<SecretSource> authorization) {

    /** What a receiver is. */
    public enum Type {
        /** Alertmanager, by its API v2. */
        ALERTMANAGER,
        /** PagerDuty, by its Events API v2. */
        PAGERDUTY,
        /** Anything that takes our own JSON. */
        WEBHOOK
    }
}
