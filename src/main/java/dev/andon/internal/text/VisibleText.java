package dev.andon.internal.text;

/**
 * Makes characters visible that a terminal, a log viewer or a web page would act on instead of showing: control
 * characters, escape sequences, directional overrides, line separators, halves of surrogate pairs. Names of tests,
 * reasons, poms and notes come from outside, and a crafted one must not be able to hide or forge a line of a report.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Returns the text for a place of several lines: line feeds and tabs stay as they are. */
    public static String ofLines(String text) {
        return visible(text, true);
    }

    /** Returns the text for a place of one line: line feeds and tabs become visible too. */
    public static String ofLine(String text) {
        return visible(text, false);
    }

    private static String visible(String text, boolean lines) {
        int first = firstHidden(text, lines);
        if (first < 0) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (isHidden(character, lines)) {
                visible.append("\\u%04x".formatted(character));
            } else {
                visible.appendCodePoint(character);
            }
            i += Character.charCount(character);
        }
        return visible.toString();
    }

    private static int firstHidden(String text, boolean lines) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (isHidden(character, lines)) {
                return i;
            }
            i += Character.charCount(character);
        }
        return -1;
    }

    private static boolean isHidden(int character, boolean lines) {
        if (character == '\n' || character == '\t') {
            return !lines;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> !isJoiner(character);
            default -> false;
        };
    }

    /** Zero-width joiners are part of words in several scripts, and of emoji. */
    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }
}
