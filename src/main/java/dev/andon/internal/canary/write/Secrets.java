package dev.andon.internal.canary.write;

import dev.andon.internal.text.SecretText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The secrets of one run, which no log may hold: the values and their usual encodings. */
final class Secrets {
    static final String MASK = SecretText.MASK;

    /** Masking shorter values would make messages unreadable and protect nothing. */
    private static final int SHORTEST = 3;

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(authorization|cookie|token|secret|passw|pwd|api-?_?key|apikey|signature|credential|session).*");
    private final Set<String> values = ConcurrentHashMap.newKeySet();

    /** Remembers a value and its usual encodings. */
    void learn(String value) {
        String trimmed = value.trim();
        if (trimmed.length() < SHORTEST) {
            return;
        }
        byte[] bytes = trimmed.getBytes(StandardCharsets.UTF_8);
        values.add(trimmed);
        values.add(Base64.getEncoder().encodeToString(bytes));
        values.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        values.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        String encoded = URLEncoder.encode(trimmed, StandardCharsets.UTF_8);
        values.add(encoded);
        values.add(encoded.replace("+", "%20"));
        values.add(trimmed.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** Remembers the value of a header whose name says that it is secret. */
    void learnHeader(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            return;
        }
        learn(value);
        String bare = name.toLowerCase(Locale.ROOT);
        if (bare.endsWith("cookie")) {
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
        SecretText.inQuery(uri).forEach(this::learn);
    }

    /** Returns the text with the secrets masked. */
    String redact(String text) {
        String redacted = SecretText.mask(text);
        // The longest first, since one secret may contain another.
        for (String value : values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            redacted = redacted.replace(value, MASK);
        }
        return redacted;
    }
}
