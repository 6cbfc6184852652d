package dev.andon.internal.evidence.changes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The output of {@code git diff --numstat --patch --unified=0}, read so that a part that is lost or wrong shows. */
final class Diff {

    private static final Pattern STAT = Pattern.compile("(?:(\\d{1,9})\\t(\\d{1,9})|-\\t-)\\t.+");
    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[0-3][0-7]{2}|\\\\[abtnvfr\"\\\\])*)\"");
    private static final Pattern PART_OF_QUOTED = Pattern.compile("\\\\[0-7]{3}|\\\\.|[^\\\\]+");
    private static final int MOST = 10_000_000;

    private final Map<String, NavigableSet<Integer>> changed = new TreeMap<>();
    // As announced at the beginning, and as found.
    private final Map<Boolean, Long> announced = new HashMap<>();
    private final Map<Boolean, Long> found = new HashMap<>();
    private boolean uncounted;
    private boolean inPatch;
    private String path = "";
    // By how much the file has grown so far: each hunk begins where that says.
    private long growth;
    private long removedLeft;
    private long addedLeft;

    private Diff() {}

    /**
     * Returns the added or changed lines by path, none for a file from which lines were only removed; nothing for files
     * that are deleted, or renamed and no more.
     *
     * @throws ChangesUnknown if the text is no whole diff
     */
    static Map<String, NavigableSet<Integer>> parse(String text) throws ChangesUnknown {
        Diff diff = new Diff();
        for (String line : text.split("\n", -1)) {
            diff.read(line);
        }
        if (diff.removedLeft + diff.addedLeft > 0) {
            throw damaged("it ends within a hunk");
        }
        if (!diff.uncounted && !diff.announced.equals(diff.found)) {
            throw damaged("it holds more or less than it announces");
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
            if (!line.startsWith("\\")) {
                throw damaged("a hunk is shorter than it says");
            }
        } else if (line.startsWith("diff --git ")) {
            inPatch = true;
            path = "";
            growth = 0;
        } else if (!inPatch) {
            announce(line);
        } else if (line.startsWith("+++ ")) {
            path = path(line.substring(4));
        } else if (line.startsWith("@@")) {
            hunk(line);
        } else if (line.startsWith("+") || (line.startsWith("-") && !line.startsWith("--- "))) {
            throw damaged("a hunk is longer than it says");
        }
    }

    private void announce(String line) throws ChangesUnknown {
        Matcher stat = STAT.matcher(line);
        if (stat.matches() && stat.group(1) == null) {
            // An attribute calls it binary, so that git counts no lines of it.
            uncounted = true;
        } else if (stat.matches()) {
            count(announced, Long.parseLong(stat.group(1)), Long.parseLong(stat.group(2)));
        } else if (!line.isEmpty()) {
            throw damaged("it cannot be read at " + line);
        }
    }

    private static void count(Map<Boolean, Long> counts, long added, long removed) {
        counts.merge(true, added, Long::sum);
        counts.merge(false, removed, Long::sum);
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
        if (added > MOST || removed > MOST || (first != expected && !path.isEmpty())) {
            throw damaged("it cannot be read at " + line);
        }
        if (added > 0 && path.isEmpty()) {
            throw damaged("a hunk belongs to no file");
        }
        growth += added - removed;
        removedLeft = removed;
        addedLeft = added;
        count(found, added, removed);
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
        return new ChangesUnknown("Nobody can tell what changed: the output of git diff is damaged: " + what + ".");
    }
}
