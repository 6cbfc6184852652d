package dev.andon.internal.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in a text that came from a program under test: the values of parameters, members and
 * headers whose names say that they are secret, users in URLs, bearer tokens and JSON web tokens.
 */
public final class SecretText {
    /** Stands in the place of a secret. */
    public static final String MASK = "***";

    private static final String QUOTED_MASK = Matcher.quoteReplacement(MASK);

    private static final Pattern QUERY = Pattern.compile(
            "(?i)([?&;][^=&#\\s]*(?:token|secret|passw|pwd|key|sig|auth|code|credential|session)[^=&#\\s]*=)([^&#\\s\"']*)");
    private static final Pattern USER_INFO = Pattern.compile("(?i)([a-z0-9]://)[^/@\\s]++@");
    private static final Pattern HEADER =
            Pattern.compile("(?i)((?:proxy-)?authorization|set-cookie|cookie)(\"?\\s*[:=]\\s*)([^\\r\\n\"]+)");
    private static final Pattern BEARER = Pattern.compile("(?i)(\\bbearer\\s+)(?=\\S*\\d)[\\w.~+/=-]{8,}+");
    private static final Pattern WEB_TOKEN = Pattern.compile("\\beyJ[\\w-]{8,}+\\.[\\w-]++(?:\\.[\\w-]*+)?");

    // A name that ends in such a word: tokenType and tokens_left hold no secrets.
    private static final String SECRET_ENDING =
            "(?:token|secret|passwor[dt]|passwd|pwd|(?:api|access|private|secret)[_-]?key"
                    + "|signature|credentials?|session(?:[_-]?id)?|cookie|authorization|jwt|bearer)";
    private static final Pattern JSON_MEMBER =
            Pattern.compile("(?i)\\\\?\"[^\"\\\\]*" + SECRET_ENDING + "\\\\?\"\\s*:\\s*");
    private static final Pattern FORM =
            Pattern.compile("(?i)((?:^|[\\s:\"'\\[{(,])[\\w.-]*" + SECRET_ENDING + "=)([^&#\\s\"',\\])}]+)");

    private SecretText() {}

    /** Returns the text with what looks like a secret masked. */
    public static String mask(String text) {
        String masked = QUERY.matcher(text).replaceAll("$1" + QUOTED_MASK);
        masked = withoutMembers(masked);
        masked = FORM.matcher(masked).replaceAll("$1" + QUOTED_MASK);
        masked = USER_INFO.matcher(masked).replaceAll("$1" + QUOTED_MASK + "@");
        masked = HEADER.matcher(masked).replaceAll("$1$2" + QUOTED_MASK);
        masked = BEARER.matcher(masked).replaceAll("$1" + QUOTED_MASK);
        return WEB_TOKEN.matcher(masked).replaceAll(QUOTED_MASK);
    }

    /** Returns the values of the query parameters whose names say that they are secret. */
    public static List<String> inQuery(String uri) {
        return QUERY.matcher(uri).results().map(found -> found.group(2)).toList();
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
