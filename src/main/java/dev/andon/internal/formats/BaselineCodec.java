package dev.andon.internal.formats;

import dev.andon.internal.text.VisibleText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file {@value #NAME}: one line for each known violation, sorted, so that version control shows and merges changes
 * line by line. Nothing in it counts lines, or every two changes would conflict; its last line shows that it is whole.
 */
public final class BaselineCodec {
    /** The name of the file in the folder of the module that holds the readiness class. */
    public static final String NAME = "andon-baseline.txt";

    static final String SEPARATOR = " | ";

    private static final String FIRST = "# Andon baseline, version 1: practice | service | finding | known since";
    private static final String SECOND =
            "# Written by andon.baseline=create and update. Fixed lines must go; others fail when new.";
    private static final String LAST = "# end of baseline";

    private BaselineCodec() {}

    /** Returns the text of the file. */
    public static String encode(Baseline baseline) {
        return baseline.entries().entrySet().stream()
                .map(entry -> entry.getKey().line() + SEPARATOR + entry.getValue() + "\n")
                .collect(Collectors.joining("", FIRST + "\n" + SECOND + "\n", LAST + "\n"));
    }

    /**
     * Returns what a file holds.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if it is not what {@link #encode} or a merge of such files writes
     */
    public static Baseline decode(String text, String source) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(FIRST) || !lines.get(1).equals(SECOND)) {
            throw malformed(source, 1, "its first two lines are not those of a baseline of this version");
        }
        SortedMap<Baseline.Entry, LocalDate> entries = new TreeMap<>();
        for (int i = 2; i < lines.size() - 1; i++) {
            read(lines.get(i), source, i + 1, entries);
        }
        if (!lines.get(lines.size() - 1).equals(LAST)) {
            throw malformed(source, lines.size(), "its last line is not \"" + LAST + "\", so a part is missing");
        }
        return new Baseline(entries);
    }

    private static void read(String line, String source, int number, SortedMap<Baseline.Entry, LocalDate> entries) {
        if (line.startsWith("<<<<<<<") || line.startsWith("=======") || line.startsWith(">>>>>>>")) {
            throw malformed(source, number, "a merge conflict is not resolved");
        }
        String[] parts = line.split(" \\| ", -1);
        if (parts.length != 4 || List.of(parts).contains("")) {
            throw malformed(source, number, "it is not \"practice | service | finding | known since\"");
        }
        Baseline.Entry entry = new Baseline.Entry(parts[0], parts[1], parts[2]);
        if (!entries.isEmpty() && entries.lastKey().compareTo(entry) >= 0) {
            throw malformed(source, number, "it is not in order, or stands there twice");
        }
        try {
            entries.put(entry, LocalDate.parse(parts[3]));
        } catch (DateTimeException malformed) {
            throw malformed(source, number, "\"" + parts[3] + "\" is no date");
        }
    }

    private static MalformedFileException malformed(String source, int line, String why) {
        return new MalformedFileException(source + ", line " + line + ",", why);
    }

    /** Returns a text as it can stand between two separators. */
    static String field(String text) {
        String visible = VisibleText.ofLine(text).strip();
        return visible.isEmpty() ? "-" : visible.replace("|", "\\u007c");
    }
}
