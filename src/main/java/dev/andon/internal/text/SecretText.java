package dev.andon.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in a text that came from a program under test: values of members, parameters, headers and
 * elements whose names say that they are secret, users in URLs, tokens and card numbers by their form. One pass: each step looks
 * back a bounded way and never returns to what it has written, so the time grows with the length of the text.
 */
public final class SecretText {
    /** Stands in the place of a secret. */
    public static final String MASK = "***";

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TAG = 512;
    private static final int SHORTEST_TOKEN = 8;
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(?:name|id|key)[\"']?\\s*[=:]\\s*[\"']([\\w.-]{1,64})[\"']");

    private static final Pattern HEADER = Pattern.compile("(?i).*(authorization|cookie)");
    private static final Pattern NUMBER = Pattern.compile("[\\d.eE+-]+");

    private final String text;
    private final StringBuilder masked;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Boolean> knownInQueries = new HashMap<>();
    private int from;
    /** Where the next value is one of a secret that was named before it, as in {@code name="token" value="…"}. */
    private int namedUntil = -1;

    private SecretText(String text) {
        this.text = text;
        this.masked = new StringBuilder(text.length());
    }

    /** Returns the text with what looks like a secret masked. */
    public static String mask(String text) {
        return new SecretText(text).masked();
    }

    private String masked() {
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
        boolean secret = named || (query ? isSecretInQuery(name) : isSecret(name));
        if (!name.isEmpty() && secret) {
            return value(after, name, equals);
        }
        rememberName(name, after);
        return at;
    }

    private boolean isSecret(String name) {
        return known.computeIfAbsent(name, SecretNames::isSecret);
    }

    private boolean isSecretInQuery(String name) {
        return knownInQueries.computeIfAbsent(name, SecretNames::isSecretInQuery);
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
        return last < 0 ? at : mask(begin, last, MASK);
    }

    /** {@code jdbc:oracle:thin:user/password@host}. */
    private int oracle(int begin) {
        int end = begin;
        while (end < text.length() && end - begin < LONGEST_NAME && " \r\n\"'<>@".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int user = text.indexOf(':', begin);
        boolean holds = end < text.length() && text.charAt(end) == '@' && user >= begin && user + 1 < end;
        return holds ? mask(user + 1, end, MASK) : begin;
    }

    private String nameBefore(int at) {
        int end = at;
        while (end > 0 && at - end < 4 && text.charAt(end - 1) == ' ') {
            end--;
        }
        end -= QuotedText.quoteBefore(text, end).length();
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
        String quote = QuotedText.quoteAt(text, begin);
        if (!quote.isEmpty()) {
            int end = QuotedText.end(text, begin + quote.length(), quote);
            return mask(begin, end, equals ? quote + MASK + quote : "\"" + MASK + "\"");
        }
        char first = text.charAt(begin);
        if (first == '{' || first == '[') {
            return mask(begin + 1, QuotedText.endOfNested(text, begin), MASK);
        }
        boolean header = HEADER.matcher(name).matches();
        int end = begin;
        String ends = header ? "\r\n\"" : equals ? "&#; \t\r\n\"'<>" : " \t\r\n\"'<>;";
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0 && (header || !closes(end))) {
            end++;
        }
        boolean number = !equals
                && Character.isDigit(first)
                && NUMBER.matcher(text.substring(begin, end)).matches();
        return mask(begin, end, number ? "\"" + MASK + "\"" : MASK);
    }

    /** A value may hold such a sign, but does not end with it. */
    private boolean closes(int at) {
        return ",)]}".indexOf(text.charAt(at)) >= 0
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
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
        return mask(close + 1, closing < 0 ? text.length() : closing, MASK);
    }

    private int closing(int begin, int limit) {
        for (int at = begin; at < Math.min(limit, text.length()) && text.charAt(at) != '<'; at++) {
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
        String word = text.substring(at + 1, end);
        boolean token = bearer ? !isProse(at, word) : isUserAndPassword(word);
        return token && end - at > SHORTEST_TOKEN ? mask(at + 1, end, MASK) : at;
    }

    /** As in "bearer authentication failed"; in a header the word is Bearer. */
    private boolean isProse(int at, String word) {
        return text.charAt(at - 6) == 'b' && word.chars().allMatch(Character::isLowerCase);
    }

    private boolean endsWithWord(int at, String word) {
        return at >= word.length()
                && text.regionMatches(true, at - word.length(), word, 0, word.length())
                && (at == word.length() || !isOfName(text.charAt(at - word.length() - 1)));
    }

    private static boolean isUserAndPassword(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).contains(":");
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
        return dot && end - at > SHORTEST_TOKEN ? mask(at, end, MASK) : end;
    }

    private int card(int at) {
        if (at > 0 && isOfName(text.charAt(at - 1))) {
            return at;
        }
        int end = CardNumber.end(text, at);
        return CardNumber.isOne(text, at, end) ? mask(at, end, MASK) : end;
    }
}
