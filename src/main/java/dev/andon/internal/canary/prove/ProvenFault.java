package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;

/**
 * What a canary made of one fault.
 *
 * @param fault the fault
 * @param verdict whether it turned red
 * @param exchange the exchange that was struck, or that survived; empty where none was
 * @param reason what the canary said, or why it was not tried
 */
record ProvenFault(Fault fault, Verdict verdict, String exchange, String reason) {
    enum Verdict {
        DETECTED("detected"),
        SURVIVED("survived"),
        WAIVED("waived"),
        NOT_APPLICABLE("not-applicable");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }
}
