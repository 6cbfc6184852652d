package dev.andon.internal.canary.write;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secrets of one run, which no log may hold: the values and their usual encodings. */
final class Secrets {
    static final String MASK = "***";

    /** Masking shorter values would make messages unreadable and protect nothing. */
    private static final int SHORTEST = 3;

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(authorization|cookie|token|secret|passw|pwd|api-?_?key|apikey|signature|credential|session).*");
    private static final Pattern QUERY = Pattern.compile(
            "(?i)([?&;][^=&#\\s]*(?:token|secret|passw|pwd|key|sig|auth|code|credential|session)[^=&#\\s]*=)([^&#\\s\"']*)");
    private static final Pattern USER_INFO = Pattern.compile("(?i)(https?://)[^/@\\s]+@");
    private static final Pattern HEADER =
            Pattern.compile("(?i)((?:proxy-)?authorization|set-cookie|cookie)(\"?\\s*[:=]\\s*)([^\\r\\n\"]+)");

    // A name that ends in such a word: tokenType and tokens_left hold no secrets.
    private static final String SECRET_ENDING =
            "(?:token|secret|passwor[dt]|passwd|pwd|(?:api|access|private|secret)[_-]?key"
                    + "|signature|credentials?|session(?:[_-]?id)?|cookie|authorization|jwt|bearer)";
    private static final Pattern JSON_MEMBER =
            Pattern.compile("(?i)\\\\?\"[^\"\\\\]*" + SECRET_ENDING + "\\\\?\"\\s*:\\s*");
    private static final Pattern FORM =
            Pattern.compile("(?i)((?:^|[\\s:\"'\\[{(,])[\\w.-]*" + SECRET_ENDING + "=)([^&#\\s\"',\\])}]+)");

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
        Matcher matcher = QUERY.matcher(uri);
        while (matcher.find()) {
            learn(matcher.group(2));
        }
    }

    /** Returns the text with the secrets masked. */
    String redact(String text) {
        String redacted = QUERY.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        redacted = withoutMembers(redacted);
        redacted = FORM.matcher(redacted).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        redacted = USER_INFO.matcher(redacted).replaceAll("$1" + Matcher.quoteReplacement(MASK + "@"));
        redacted = HEADER.matcher(redacted).replaceAll("$1$2" + Matcher.quoteReplacement(MASK));
        // The longest first, since one secret may contain another.
        for (String value : values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            redacted = redacted.replace(value, MASK);
        }
        return redacted;
    }

    /** Masks JSON members; not by a pattern, whose stack a long value would exhaust. */
    private static String withoutMembers(String text) {
        Matcher member = JSON_MEMBER.matcher(text);
        StringBuilder masked = new StringBuilder();
        int from = 0;
        while (member.find(from)) {
            int end = endOfValue(text, member.end());
            masked.append(text, from, member.end());
            masked.append(end > member.end() ? "\"" + MASK + "\"" : "");
            from = end;
        }
        return masked.append(text, from, text.length()).toString();
    }

    /**
     * Returns where the text or number ends that begins there. Text in JSON may hold JSON itself, its quotes escaped; a text
     * that was cut off ends with it.
     */
    private static int endOfValue(String text, int begin) {
        if (text.startsWith("\\\"", begin)) {
            int end = text.indexOf("\\\"", begin + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (text.startsWith("\"", begin)) {
            int at = begin + 1;
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), at + 1);
        }
        int at = begin;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || "-+.eE".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
