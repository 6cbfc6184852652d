package dev.andon.internal.canary.values;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells a table with a line of column names, which services send as text, as a spreadsheet or as bytes too. A name has no
 * digits only, and below one of them stand numbers or dates alone.
 */
final class TableShape {
    private static final Pattern NAME = Pattern.compile("\"?[\\p{L}_][\\p{L}\\d _./()#%-]{0,40}\"?");
    private static final Pattern NUMBER = Pattern.compile("\"?[-+]?\\d[\\d.:/T+Z -]*\"?");
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "\\|");
    private static final int MOST_ROWS = 1_000;

    private TableShape() {}

    static boolean is(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(MOST_ROWS).toList();
        return lines.size() > 1 && SEPARATORS.stream().anyMatch(separator -> is(lines, separator));
    }

    private static boolean is(List<String> lines, String separator) {
        List<String[]> rows =
                lines.stream().map(line -> line.split(separator, -1)).toList();
        String[] names = rows.get(0);
        return names.length > 1
                && Arrays.stream(names)
                        .allMatch(name -> NAME.matcher(name.strip()).matches())
                && rows.stream().allMatch(row -> row.length == names.length)
                && IntStream.range(0, names.length)
                        .anyMatch(column -> rows.stream().skip(1).allMatch(row -> NUMBER.matcher(row[column].strip())
                                .matches()));
    }
}
