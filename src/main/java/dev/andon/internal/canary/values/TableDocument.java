package dev.andon.internal.canary.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as text, such as CSV: a line with the names of its columns, which are no values, and rows, which are a list. A
 * place is the number of a column, since rows may have another order in each run.
 *
 * @param names its first line, with its end
 * @param rows what follows
 */
record TableDocument(String names, String rows) implements Document {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    /** Returns a table; empty where no row follows the first line. */
    static Optional<TableDocument> of(String text) {
        int line = endOfNames(text);
        return text.substring(line).isBlank() || line == 0
                ? Optional.empty()
                : Optional.of(new TableDocument(text.substring(0, line), text.substring(line)));
    }

    /** A name in quotes may have a line break. */
    private static int endOfNames(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == '\n' && !quoted) {
                return i + 1;
            }
        }
        return text.indexOf('\n') + 1;
    }

    /** A cell in quotes may have a line break, too. */
    private static int lastRow(String rows) {
        boolean quoted = false;
        int last = 0;
        for (int i = 0; i < rows.length(); i++) {
            quoted ^= rows.charAt(i) == '"';
            last = rows.charAt(i) == '\n' && !quoted ? i + 1 : last;
        }
        return quoted ? rows.lastIndexOf('\n') + 1 : last;
    }

    @Override
    public boolean hasList() {
        return true;
    }

    @Override
    public List<String> values() {
        List<String> values = new ArrayList<>();
        rewrite((column, value) -> {
            values.add(value);
            return value;
        });
        return values;
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        if (change == ValueChange.EMPTY_LIST) {
            return Optional.of(new Changed(names, Map.of()));
        }
        if (change == ValueChange.BLANK_LINES) {
            return Optional.of(new Changed(names + rows.replaceAll("[^\r\n]", " "), Map.of()));
        }
        if (change == ValueChange.ONE_LESS) {
            return Optional.of(new Changed(names + rows.substring(0, lastRow(rows.stripTrailing())), Map.of()));
        }
        ReplacedValues replaced = new ReplacedValues();
        String changed = rewrite((column, value) -> {
            String place = "/*/" + column;
            String other = kept.contains(place) ? value : other(change, value);
            boolean replaces = change == ValueChange.SAME_LENGTH || change == ValueChange.OTHER_LENGTH;
            if (replaces && !other.equals(value)) {
                replaced.add(place, other);
            }
            return other;
        });
        return changed.equals(rows) ? Optional.empty() : Optional.of(new Changed(names + changed, replaced.byPlace()));
    }

    private static String other(ValueChange change, String value) {
        boolean number = Replacement.NUMBER.matcher(value).matches();
        String plain = value.replace(',', '.');
        return switch (change) {
            case SAME_LENGTH -> Replacement.sameLength(value);
            case OTHER_LENGTH -> Replacement.otherLength(value);
            case NULL, MISSING -> "";
            case EMPTY_TEXT -> number ? value : "";
            case GARBLED -> number ? value : "?".repeat(value.length());
            case NEGATIVE -> number ? Replacement.negative(plain).toString() : value;
            case LOWER -> number ? Replacement.lower(plain).toString() : value;
            case ENORMOUS -> number ? Replacement.enormous(plain).toString() : value;
            case EMPTY_LIST, BLANK_LINES, ONE_LESS, ONE_MORE -> value;
        };
    }

    /** Takes the value of a cell, and returns the one to be written in its place. */
    private interface Writing {
        String of(int column, String value);
    }

    private String rewrite(Writing writing) {
        char separator = separator();
        Matcher cell = Pattern.compile(
                        "\"((?:[^\"]++|\"\")*+)\"|[^\\r\\n" + Pattern.quote(String.valueOf(separator)) + "]+")
                .matcher(rows);
        StringBuilder written = new StringBuilder(rows.length());
        int from = 0;
        int column = 0;
        while (cell.find()) {
            String between = rows.substring(from, cell.start());
            column = (int) between.substring(between.lastIndexOf('\n') + 1)
                            .chars()
                            .filter(c -> c == separator)
                            .count()
                    + (between.contains("\n") ? 0 : column);
            String quoted = cell.group(1);
            String content = quoted == null ? cell.group() : quoted;
            String value = content.strip();
            int start = value.isEmpty() ? 0 : content.indexOf(value);
            String other = value.isEmpty()
                    ? content
                    : content.substring(0, start)
                            + writing.of(column, value)
                            + content.substring(start + value.length());
            written.append(between).append(quoted == null ? other : "\"" + other + "\"");
            from = cell.end();
        }
        return written.append(rows.substring(from)).toString();
    }

    private char separator() {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(
                        (Character one) -> names.chars().filter(c -> c == one).count()))
                .orElse(',');
    }
}
