package dev.andon.internal.evidence.changes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the output of {@code git diff --patch --unified=0}, and refuses one that was cut or changed on its way. */
final class Diff {

    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\[0-3][0-7]{2}|\\\\[abtnvfr\"\\\\])*+)\"");
    private static final Pattern PART_OF_QUOTED = Pattern.compile("\\\\[0-7]{3}|\\\\.|[^\\\\]+");
    private static final int MOST_LINES = 10_000_000;

    private final Map<String, NavigableSet<Integer>> changed = new TreeMap<>();
    private String path = "";
    // How many lines the file has grown by so far, from which follows where its next hunk begins.
    private long growth;
    private long removedLeft;
    private long addedLeft;

    private Diff() {}

    /**
     * Returns the added or changed lines by path, none for a file from which lines were only removed; nothing for files
     * that are deleted, or only renamed.
     *
     * @throws ChangesUnknown if the text is no whole diff
     */
    static Map<String, NavigableSet<Integer>> parse(String text) throws ChangesUnknown {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw damaged("it ends within a line");
        }
        Diff diff = new Diff();
        for (String line : text.split("\n", -1)) {
            diff.read(line);
        }
        if (diff.removedLeft + diff.addedLeft > 0) {
            throw damaged("it ends within a hunk");
        }
        return diff.changed;
    }

    private void read(String line) throws ChangesUnknown {
        // Within a hunk a line of the source may look like a header: count what belongs to the hunk.
        if (removedLeft > 0 && line.startsWith("-")) {
            removedLeft--;
        } else if (addedLeft > 0 && line.startsWith("+")) {
            addedLeft--;
        } else if (removedLeft + addedLeft > 0) {
            if (!line.startsWith("\\") && !line.isEmpty()) {
                throw damaged("a hunk is shorter than it says");
            }
        } else if (line.startsWith("diff --git ")) {
            path = "";
            growth = 0;
        } else if (line.startsWith("+++ ")) {
            path = path(line.substring(4));
        } else if (line.startsWith("@@")) {
            hunk(line);
        } else if (line.startsWith("+") || (line.startsWith("-") && !line.startsWith("--- "))) {
            throw damaged("a hunk is longer than it says");
        }
    }

    private void hunk(String line) throws ChangesUnknown {
        Matcher hunk = HUNK.matcher(line);
        if (!hunk.matches()) {
            throw damaged("it cannot be read at " + line);
        }
        int before = Integer.parseInt(hunk.group(1));
        int removed = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        int first = Integer.parseInt(hunk.group(3));
        int added = hunk.group(4) == null ? 1 : Integer.parseInt(hunk.group(4));
        // Where one side is empty, git names the line before.
        long expected = before + growth + (removed == 0 ? 1 : 0) - (added == 0 ? 1 : 0);
        if (added > MOST_LINES || removed > MOST_LINES || (first != expected && !path.isEmpty())) {
            throw damaged("it cannot be read at " + line);
        }
        if (added > 0 && path.isEmpty()) {
            throw damaged("a hunk belongs to no file");
        }
        growth += added - removed;
        removedLeft = removed;
        addedLeft = added;
        if (!path.isEmpty()) {
            NavigableSet<Integer> lines = changed.computeIfAbsent(path, key -> new TreeSet<>());
            for (int i = 0; i < added; i++) {
                lines.add(first + i);
            }
        }
    }

    private static String path(String header) throws ChangesUnknown {
        String path = header.endsWith("\t") ? header.substring(0, header.length() - 1) : header;
        if (path.startsWith("\"")) {
            path = unquoted(path);
        }
        return path.startsWith("b/") ? path.substring(2) : "";
    }

    /** Git quotes a path with a quote, a backslash or a control character in it as C does a string, byte by byte. */
    private static String unquoted(String quoted) throws ChangesUnknown {
        Matcher whole = QUOTED.matcher(quoted);
        if (!whole.matches()) {
            throw damaged("it cannot be read at " + quoted);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher part = PART_OF_QUOTED.matcher(whole.group(1));
        while (part.find()) {
            String text = part.group();
            if (text.length() == 4 && text.startsWith("\\")) {
                bytes.write(Integer.parseInt(text.substring(1), 8));
            } else if (text.startsWith("\\")) {
                int known = "abtnvfr".indexOf(text.charAt(1));
                bytes.write(known < 0 ? text.charAt(1) : 7 + known);
            } else {
                bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ChangesUnknown damaged(String what) {
        return new ChangesUnknown("Cannot determine what changed: the output of git diff is damaged: " + what + ".");
    }
}
