package dev.andon.internal.text;

/** Finds quotes, also escaped and encoded ones, and where the text or the JSON between them ends. */
final class QuotedText {
    private static final String[] QUOTES = {
        "\\\\\\\"", "\\\"", "\"", "'", "&quot;", "&#34;", "&#39;", "&apos;", "%22", "%27", "\\u0022", "\\u0027"
    };

    private static final String LAST_OF_QUOTES = "\"';27";

    private QuotedText() {}

    /** Returns the quote that begins there; empty for none. */
    static String quoteAt(String text, int begin) {
        for (String quote : QUOTES) {
            if (text.startsWith(quote, begin)) {
                return quote;
            }
        }
        return "";
    }

    /** Returns the quote that ends there; empty for none. */
    static String quoteBefore(String text, int end) {
        if (end == 0 || LAST_OF_QUOTES.indexOf(text.charAt(end - 1)) < 0) {
            return "";
        }
        for (String quote : QUOTES) {
            if (text.startsWith(quote, end - quote.length())) {
                return quote;
            }
        }
        return "";
    }

    /** Returns where the quoted text ends whose content begins there. A text that was cut off ends with it. */
    static int end(String text, int begin, String quote) {
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

    /** Returns where the JSON object or array closes that begins there. */
    static int endOfNested(String text, int begin) {
        int depth = 0;
        for (int at = begin; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at = end(text, at + 1, "\"") - 1;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return at;
            }
        }
        return text.length();
    }
}
