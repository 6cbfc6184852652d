package dev.andon.internal.canary.alert;

/**
 * What became of one delivery.
 *
 * @param result whether the receiver took it
 * @param problem why it did not, free of secrets; empty where it did
 */
public record AlertDelivery(Result result, String problem) {

    /** Whether the receiver took it. */
    public enum Result {
        /** It did. */
        DELIVERED,
        /** It answered, and did not: the settings are wrong, or the receiver is. */
        REFUSED,
        /** It gave no answer in time. */
        UNREACHABLE
    }

    static AlertDelivery delivered() {
        return new AlertDelivery(Result.DELIVERED, "");
    }

    static AlertDelivery refused(String problem) {
        return new AlertDelivery(Result.REFUSED, problem);
    }

    static AlertDelivery unreachable(String problem) {
        return new AlertDelivery(Result.UNREACHABLE, problem);
    }
}
