package dev.andon.internal.canary.alert;

import java.time.Instant;

/** Somebody outside of the process who is told of incidents. */
public interface AlertReceiver {
    /** Returns its name, as the settings give it. */
    String name();

    /**
     * Makes one attempt to tell the state of an incident, and blocks until it is taken, refused or the time is up; never
     * throws for what the receiver does. To tell the same state again is harmless.
     *
     * @param now the present
     */
    AlertDelivery deliver(Alert alert, Instant now);
}
