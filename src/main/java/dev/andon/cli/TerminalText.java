package dev.andon.cli;

import dev.andon.internal.text.VisibleText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text for a terminal: nothing of the project controls it, verdicts are coloured where that is wanted, and how long it takes. */
final class TerminalText {
    private static final Pattern RED = Pattern.compile("\\b(violated|\\d+ failing)\\b");
    private static final Pattern YELLOW = Pattern.compile("\\b(undecided|could not be judged)\\b");
    private static final Pattern GREEN = Pattern.compile("\\b(\\d+ met|100 %)");

    private TerminalText() {}

    /** Returns the lines as a terminal may show them. */
    static String of(String lines, boolean coloured) {
        String text = VisibleText.ofLines(lines.replace(System.lineSeparator(), "\n"));
        return coloured ? in(GREEN, 32, in(YELLOW, 33, in(RED, 31, text))) : text;
    }

    /** Prints one line, of which nothing controls the terminal. */
    static synchronized void print(PrintWriter to, String line) {
        to.println(VisibleText.ofLine(line));
        to.flush();
    }

    private static String in(Pattern words, int colour, String text) {
        return words.matcher(text).replaceAll("\u001b[" + colour + "m$1\u001b[0m");
    }

    /** Returns a line that overwrites the one before it: how many are done, and about how long the others take. */
    static String progress(int done, int all, Duration elapsed, String next) {
        String left = done == 0
                ? ""
                : ", about " + rounded(elapsed.multipliedBy(all - done).dividedBy(done)) + " left";
        return "\r\u001b[K" + done + " of " + all + left + ": " + VisibleText.ofLine(next);
    }

    /** Removes the line of progress. */
    static String noProgress() {
        return "\r\u001b[K";
    }

    private static String rounded(Duration duration) {
        return duration.toSeconds() < 90
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%d min", Math.round(duration.toSeconds() / 60.0));
    }
}
