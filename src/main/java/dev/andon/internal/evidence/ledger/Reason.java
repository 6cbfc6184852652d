package dev.andon.internal.evidence.ledger;

import dev.andon.internal.text.SecretText;
import org.jspecify.annotations.Nullable;

/** Why a test did not succeed, as far as it is kept: one short line without what looks like a secret. */
final class Reason {
    private static final int LONGEST = 300;
    /** A secret that is cut off looks like none: mask it in more than what is kept. */
    private static final int LONGEST_MASKED = 4_000;

    private Reason() {}

    /** Returns the first line, masked and cut off; empty for no reason. */
    static String brief(@Nullable String reason) {
        String line = reason == null ? "" : reason.strip().lines().findFirst().orElse("");
        String masked = SecretText.mask(shortened(line, LONGEST_MASKED));
        return masked.length() <= LONGEST ? masked : shortened(masked, LONGEST) + "…";
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
