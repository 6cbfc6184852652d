package dev.andon.internal.canary.alert;

import com.grack.nanojson.JsonStringWriter;

/** What the bodies for all receivers have in common. */
final class AlertJson {
    private AlertJson() {}

    /** Writes a text that may be unknown; then the key is left out. */
    static void text(JsonStringWriter json, String key, String text) {
        if (!text.isEmpty()) {
            json.value(key, text);
        }
    }
}
