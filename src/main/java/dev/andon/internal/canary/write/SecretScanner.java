package dev.andon.internal.canary.write;

import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in one text, in one pass: each step looks back a bounded way and never returns to what it has
 * written. Not thread-safe.
 */
final class SecretScanner {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TAG = 512;
    private static final int SHORTEST_TOKEN = 8;
    private static final int CARD_DIGITS = 13;
    private static final int MOST_CARD_DIGITS = 19;
    private static final String[] QUOTES = {
        "\\\\\\\"", "\\\"", "\"", "'", "&quot;", "&#34;", "&#39;", "&apos;", "%22", "%27", "\\u0022", "\\u0027"
    };
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(?:name|id|key)[\"']?\\s*[=:]\\s*[\"']([\\w.-]{1,64})[\"']");

    private final String text;
    private final String mask;
    private final StringBuilder masked;
    private final Map<String, Boolean> known = new HashMap<>();
    private int from;
    /** Where the next value is one of a secret that was named before it, as in {@code name="token" value="…"}. */
    private int namedUntil = -1;

    SecretScanner(String text, String mask) {
        this.text = text;
        this.mask = mask;
        this.masked = new StringBuilder(text.length());
    }

    String masked() {
        for (int at = 0; at < text.length(); at++) {
            int next =
                    switch (text.charAt(at)) {
                        case '=', ':' -> separator(at, at + 1);
                        case '%' -> encodedSeparator(at);
                        case '<' -> element(at);
                        case ' ' -> scheme(at);
                        case 'e' -> jsonWebToken(at);
                        case '3', '4', '5', '6' -> card(at);
                        default -> at;
                    };
            at = Math.max(at, next - 1);
        }
        return from == 0 ? text : masked.append(text, from, text.length()).toString();
    }

    private int mask(int begin, int end, String by) {
        if (end <= begin || begin < from) {
            return begin;
        }
        masked.append(text, from, begin).append(by);
        from = end;
        return end;
    }

    private int encodedSeparator(int at) {
        String code = text.substring(at, Math.min(text.length(), at + 3)).toUpperCase(Locale.ROOT);
        return code.equals("%3A") || code.equals("%3D") ? separator(at, at + 3) : at;
    }

    private int separator(int at, int after) {
        if (isScheme(at)) {
            return userInfo(at, text.charAt(at + 1) == '/' ? at + 3 : at + 5);
        }
        if (text.startsWith("oracle:", at - 6 < 0 ? 0 : at - 6) && text.charAt(at) == ':') {
            return oracle(after);
        }
        String name = nameBefore(at);
        boolean equals = text.charAt(at) == '=' || text.startsWith("%3D", at) || text.startsWith("%3d", at);
        boolean query = equals && isInQuery(at - name.length());
        boolean named = at < namedUntil && (name.equalsIgnoreCase("value") || name.equalsIgnoreCase("content"));
        boolean secret = named || (query ? SecretNames.isSecretInQuery(name) : isSecret(name));
        if (!name.isEmpty() && secret) {
            return value(after, name, equals);
        }
        rememberName(name, after);
        return at;
    }

    private boolean isSecret(String name) {
        return known.computeIfAbsent(name, SecretNames::isSecret);
    }

    private boolean isInQuery(int begin) {
        return begin > 0 && "?&;#".indexOf(text.charAt(begin - 1)) >= 0;
    }

    private void rememberName(String name, int after) {
        if (name.equalsIgnoreCase("name") || name.equalsIgnoreCase("key") || name.equalsIgnoreCase("id")) {
            int begin = Math.max(0, after - name.length() - 8);
            Matcher named = NAMED.matcher(text).region(begin, Math.min(text.length(), after + LONGEST_NAME + 8));
            if (named.find() && isSecret(named.group(1))) {
                namedUntil = named.end() + LONGEST_NAME;
            }
        }
    }

    private boolean isScheme(int at) {
        return text.startsWith("://", at) || text.startsWith(":\\/\\/", at);
    }

    private int userInfo(int at, int begin) {
        int end = begin;
        int last = -1;
        while (end < text.length() && end - begin < LONGEST_TAG && " \t\r\n\"'<>?#/\\".indexOf(text.charAt(end)) < 0) {
            last = text.charAt(end) == '@' ? end : last;
            end++;
        }
        return last < 0 ? at : mask(begin, last, mask);
    }

    /** {@code jdbc:oracle:thin:user/password@host}. */
    private int oracle(int begin) {
        int end = begin;
        while (end < text.length() && end - begin < LONGEST_NAME && " \r\n\"'<>@".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int user = text.indexOf(':', begin);
        boolean holds = end < text.length() && text.charAt(end) == '@' && user >= begin && user + 1 < end;
        return holds ? mask(user + 1, end, mask) : begin;
    }

    private String nameBefore(int at) {
        int end = at;
        while (end > 0 && at - end < 4 && text.charAt(end - 1) == ' ') {
            end--;
        }
        for (String quote : QUOTES) {
            if (end >= quote.length() && text.startsWith(quote, end - quote.length())) {
                end -= quote.length();
                break;
            }
        }
        if (text.startsWith("[]", end - 2)) {
            end -= 2;
        }
        int begin = end;
        while (begin > from && end - begin < LONGEST_NAME && isOfName(text.charAt(begin - 1))) {
            begin--;
        }
        return text.substring(begin, end);
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }

    private int value(int after, String name, boolean equals) {
        int begin = after;
        while (begin < text.length() && begin - after < LONGEST_NAME && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        if (begin == text.length()
                || text.startsWith("null", begin)
                || text.startsWith("true", begin)
                || text.startsWith("false", begin)) {
            return begin;
        }
        for (String quote : QUOTES) {
            if (text.startsWith(quote, begin)) {
                return mask(
                        begin,
                        endOfQuoted(begin + quote.length(), quote),
                        equals ? quote + mask + quote : "\"" + mask + "\"");
            }
        }
        char first = text.charAt(begin);
        if (first == '{' || first == '[') {
            return mask(begin + 1, endOfNested(begin), mask);
        }
        boolean header = name.toLowerCase(Locale.ROOT).matches(".*(authorization|cookie)");
        int end = begin;
        String ends = header ? "\r\n\"" : equals ? "&#; \t\r\n\"'<>,)]}" : " \t\r\n\"'<>,;)]}";
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean number = !equals
                && Character.isDigit(first)
                && text.substring(begin, end).matches("[\\d.eE+-]+");
        return mask(begin, end, number ? "\"" + mask + "\"" : mask);
    }

    /** A text that was cut off ends with it. */
    private int endOfQuoted(int begin, String quote) {
        if (!quote.equals("\"") && !quote.equals("'")) {
            int end = text.indexOf(quote, begin);
            return end < 0 ? text.length() : end + quote.length();
        }
        int at = begin;
        while (at < text.length() && text.charAt(at) != quote.charAt(0)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    private int endOfNested(int begin) {
        int depth = 0;
        for (int at = begin; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfQuoted(at + 1, "\"") - 1;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    private int element(int at) {
        int end = at + 1;
        while (end < text.length()
                && end - at < LONGEST_NAME
                && (isOfName(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        String name = text.substring(at + 1, end);
        if (name.isEmpty() || !isSecret(name.substring(name.indexOf(':') + 1))) {
            return at;
        }
        int close = closing(end, at + LONGEST_TAG);
        if (close < 0 || text.charAt(close - 1) == '/') {
            return at;
        }
        int closing = text.indexOf("</", close);
        return mask(close + 1, closing < 0 ? text.length() : closing, mask);
    }

    private int closing(int begin, int limit) {
        for (int at = begin; at < Math.min(limit, text.length()); at++) {
            if (text.charAt(at) == '>') {
                return at;
            }
        }
        return -1;
    }

    /** {@code Bearer} and {@code Basic} tell what follows. */
    private int scheme(int at) {
        boolean bearer = endsWithWord(at, "bearer");
        if (!bearer && !endsWithWord(at, "basic")) {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && (isOfName(text.charAt(end)) || "+/=~".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        boolean token = end - at > SHORTEST_TOKEN && (bearer || isUserAndPassword(text.substring(at + 1, end)));
        return token ? mask(at + 1, end, mask) : at;
    }

    private boolean endsWithWord(int at, String word) {
        return at >= word.length()
                && text.regionMatches(true, at - word.length(), word, 0, word.length())
                && (at == word.length() || !isOfName(text.charAt(at - word.length() - 1)));
    }

    private static boolean isUserAndPassword(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), java.nio.charset.StandardCharsets.UTF_8)
                    .contains(":");
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private int jsonWebToken(int at) {
        if (!text.startsWith("eyJ", at) || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
            return at;
        }
        int end = at;
        boolean dot = false;
        while (end < text.length() && (isOfName(text.charAt(end)) || text.charAt(end) == '=')) {
            dot |= text.charAt(end) == '.';
            end++;
        }
        return dot && end - at > SHORTEST_TOKEN ? mask(at, end, mask) : end;
    }

    private int card(int at) {
        if (at > 0 && isOfName(text.charAt(at - 1))) {
            return at;
        }
        int end = at;
        StringBuilder digits = new StringBuilder();
        while (end < text.length() && digits.length() <= MOST_CARD_DIGITS) {
            char c = text.charAt(end);
            boolean between = (c == ' ' || c == '-') && digits.length() % 4 == 0;
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (!between) {
                break;
            }
            end++;
        }
        while (end > at + 1 && !Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        boolean card = digits.length() >= CARD_DIGITS
                && digits.length() <= MOST_CARD_DIGITS
                && checksum(digits) % 10 == 0
                && (end == text.length() || !Character.isLetter(text.charAt(end)));
        return card ? mask(at, end, mask) : end;
    }

    private static int checksum(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? digit : 2 * digit;
            sum += value > 9 ? value - 9 : value;
        }
        return sum;
    }
}
