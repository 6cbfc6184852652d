package dev.andon.internal.canary.write;

import dev.andon.internal.text.KnownValues;
import dev.andon.internal.text.SecretNames;
import dev.andon.internal.text.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** The secrets of one run, which no log may hold: known values in their usual encodings, and what looks like a secret. */
final class Secrets {
    static final String MASK = SecretText.MASK;

    /** A longer text is shortened: nobody reads it, and the run has little time. */
    private static final int LONGEST = 1 << 20;

    /** A shorter value of an unknown header is a number or a word, which would be masked wherever it occurs. */
    private static final int SHORTEST_UNKNOWN = 8;

    private static final Pattern PAIR = Pattern.compile("[?&;#]");

    private final KnownValues values = new KnownValues();

    /** Remembers a value and its usual encodings. */
    void learn(String value) {
        values.add(value.trim());
    }

    /** Remembers the value of a header whose name says that it is secret, or does not tell, where it is long enough for one. */
    void learnHeader(String name, String value) {
        String bare = name.toLowerCase(Locale.ROOT);
        if (!SecretNames.isSecret(name)
                && !bare.contains("token")
                && !bare.contains("secret")
                && !bare.contains("auth")) {
            if (value.trim().length() >= SHORTEST_UNKNOWN && !SecretNames.isHarmlessHeader(name)) {
                learn(value);
            }
            return;
        }
        learn(value);
        if (bare.contains("cookie")) {
            // The first pair is the cookie; what follows a cookie that is set are its public attributes.
            String[] pairs = bare.startsWith("set-") ? new String[] {value.split(";", 2)[0]} : value.split(";");
            for (String pair : pairs) {
                learn(pair.substring(pair.indexOf('=') + 1));
            }
        } else {
            String rest = value.substring(value.indexOf(' ') + 1);
            learn(rest);
            if (value.regionMatches(true, 0, "Basic ", 0, 6)) {
                learnBasic(rest.trim());
            }
        }
    }

    private void learnBasic(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            learn(decoded.substring(decoded.indexOf(':') + 1));
        } catch (IllegalArgumentException noBase64) {
            // The value as a whole is remembered already.
            return;
        }
    }

    /** Remembers the values of query parameters whose names say that they are secret. */
    void learnQuery(String uri) {
        String[] pairs = PAIR.split(uri, -1);
        for (int i = 1; i < pairs.length; i++) {
            int equals = pairs[i].indexOf('=');
            if (equals > 0 && SecretNames.isSecretInQuery(pairs[i].substring(0, equals))) {
                learn(pairs[i].substring(equals + 1));
            }
        }
    }

    /** Returns the text with the secrets masked; in a time that grows with its length, and shortened where it is very long. */
    String redact(String text) {
        int tail = values.longest();
        if (text.length() <= LONGEST + tail) {
            return masked(text);
        }
        String beginning = masked(text.substring(0, LONGEST + tail));
        // What was cut in two at the end is not recognised, so it is left out.
        return beginning.substring(0, Math.max(0, beginning.length() - tail)) + "… (shortened)";
    }

    private String masked(String text) {
        return SecretText.mask(values.masked(text, MASK));
    }
}
