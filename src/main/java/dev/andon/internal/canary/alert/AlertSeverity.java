package dev.andon.internal.canary.alert;

/** What is wrong, and so who is told how urgently. */
public enum AlertSeverity {
    /** The operation does not work for users: the person on call is paged. */
    SERVICE("critical"),
    /** The canary gives no result, so nobody knows: its owner repairs the canary; never said as "the service is down". */
    CANARY("warning");

    private final String id;

    AlertSeverity(String id) {
        this.id = id;
    }

    /** Returns the word that receivers get: {@code critical} or {@code warning}. */
    public String id() {
        return id;
    }
}
