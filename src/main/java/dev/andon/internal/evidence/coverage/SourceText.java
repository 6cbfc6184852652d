package dev.andon.internal.evidence.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The lines of a Java or Kotlin source: which are comments, and which statement a line continues. The latter is
 * determined by how one line ends and the next begins, since Kotlin's statements have no end mark.
 */
final class SourceText {

    private static final Pattern BEGINS_IN_THE_MIDDLE =
            Pattern.compile("^(?:[.,?:)\\]+\\-*/%&|^=<>]|!=|instanceof\\b|is\\b|as\\b|in\\b|\\{).*");
    private static final Pattern ENDS_IN_THE_MIDDLE =
            Pattern.compile(".*(?:[.,?(\\[+\\-*/%&|^=<!:]|[^-]>|->|\\b(?:return|throw|new|instanceof|is|as|in|else))$");
    // After a label or the head of a lambda, a new statement begins.
    private static final Pattern HEAD = Pattern.compile("^(?:case\\b|default\\b).*[:>]$");
    private static final Pattern STEP = Pattern.compile(".*(?:\\+\\+|--)$");

    /** The part of the syntax that a character belongs to. */
    private enum In {
        CODE,
        COMMENT,
        TEXT_BLOCK
    }

    private final List<String> code = new ArrayList<>();
    private final List<Boolean> inTextBlock = new ArrayList<>();
    private In now = In.CODE;

    private SourceText() {}

    static SourceText of(List<String> lines) {
        SourceText text = new SourceText();
        lines.forEach(text::read);
        return text;
    }

    /** Returns whether a line, counted from 1, contains any part of a statement. */
    boolean hasCode(int line) {
        if (line > code.size()) {
            return false;
        }
        String text = code.get(line - 1);
        return inTextBlock.get(line - 1)
                || !(text.isEmpty() || text.startsWith("@") || text.chars().allMatch(c -> "{}();,".indexOf(c) >= 0));
    }

    /** Returns the line whose statement the given line continues, skipping blank lines and comments. */
    OptionalInt continued(int line) {
        int before = line - 1;
        while (before > 0 && code.get(before - 1).isEmpty() && !inTextBlock.get(before - 1)) {
            before--;
        }
        boolean continues =
                before > 0 && (inTextBlock.get(line - 1) || continues(code.get(before - 1), code.get(line - 1)));
        return continues ? OptionalInt.of(before) : OptionalInt.empty();
    }

    private static boolean continues(String before, String line) {
        if (HEAD.matcher(before).matches() || before.startsWith("@")) {
            return false;
        }
        return BEGINS_IN_THE_MIDDLE.matcher(line).matches()
                || (ENDS_IN_THE_MIDDLE.matcher(before).matches()
                        && !STEP.matcher(before).matches());
    }

    private void read(String line) {
        inTextBlock.add(now == In.TEXT_BLOCK);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            at = switch (now) {
                case COMMENT -> skip(line, at, "*/");
                case TEXT_BLOCK -> skip(line, at, "\"\"\"");
                case CODE -> readCode(line, at, text);
            };
        }
        code.add(text.toString().strip());
    }

    private int skip(String line, int at, String end) {
        int found = line.indexOf(end, at);
        if (found < 0) {
            return line.length();
        }
        now = In.CODE;
        return found + end.length();
    }

    private int readCode(String line, int at, StringBuilder text) {
        if (line.startsWith("//", at)) {
            return line.length();
        }
        if (line.startsWith("/*", at)) {
            now = In.COMMENT;
            return at + 2;
        }
        if (line.startsWith("\"\"\"", at)) {
            now = In.TEXT_BLOCK;
            text.append('0');
            return at + 3;
        }
        char c = line.charAt(at);
        if (c == '"' || c == '\'') {
            // A literal is a value, whatever its text.
            text.append('0');
            return behindLiteral(line, at, c);
        }
        text.append(c);
        return at + 1;
    }

    private static int behindLiteral(String line, int at, char quote) {
        for (int next = at + 1; next < line.length(); next++) {
            if (line.charAt(next) == '\\') {
                next++;
            } else if (line.charAt(next) == quote) {
                return next + 1;
            }
        }
        return line.length();
    }
}
