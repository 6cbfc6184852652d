package dev.andon.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outside text in Markdown: it shows as it is, formats nothing, links nowhere and mentions nobody. */
public final class MarkdownText {
    /** What Markdown, its tables and the HTML in it read as more than text within a line. */
    private static final Pattern ACTIVE = Pattern.compile("[\\\\`*_\\[\\]<>|~!&$]");

    /** Becomes a link or the mention of a user without any mark, so it is shown as code: addresses, and annotations too. */
    private static final Pattern LINKED =
            Pattern.compile("[\\p{L}\\p{N}+.-]+://\\S*|www\\.\\S*|[\\p{L}\\p{N}_.+-]*@[\\p{L}\\p{N}_./-]+");

    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern TICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Returns text for the middle of a line: what makes a heading or a list of it counts only at the beginning. */
    public static String line(String text) {
        String visible = VisibleText.ofLine(BREAK.matcher(text).replaceAll(" "));
        StringBuilder line = new StringBuilder();
        Matcher linked = LINKED.matcher(visible);
        int done = 0;
        while (linked.find()) {
            line.append(escaped(visible.substring(done, linked.start()))).append(code(linked.group()));
            done = linked.end();
        }
        return line.append(escaped(visible.substring(done))).toString();
    }

    private static String escaped(String text) {
        return ACTIVE.matcher(text).replaceAll(match -> switch (match.group()) {
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            case "&" -> "&amp;";
            default -> Matcher.quoteReplacement("\\" + match.group());
        });
    }

    /** Returns a name as code, between more backticks than it has in a row. */
    public static String code(String name) {
        String visible = VisibleText.ofLine(BREAK.matcher(name).replaceAll(" ")).strip();
        int most = TICKS.matcher(visible)
                .results()
                .mapToInt(ticks -> ticks.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(most + 1);
        String space = visible.startsWith("`") || visible.endsWith("`") ? " " : "";
        // A table ends its cell at a bar even in code.
        return visible.isEmpty() ? "" : fence + space + visible.replace("|", "\\|") + space + fence;
    }
}
