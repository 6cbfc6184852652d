package dev.andon.internal.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Matches by a pattern from outside, with a limit: a regular expression can take longer than the age of the universe for
 * a short text, and recurse deeper than any stack.
 */
public final class BoundedMatch {
    /** About a hundred times what an ordinary pattern needs for a long class name. */
    private static final int MOST_STEPS = 1_000_000;

    private BoundedMatch() {}

    /**
     * Returns whether a whole text matches.
     *
     * @throws TooCostly if that takes too many steps
     */
    public static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, 0, text.length(), new AtomicInteger()))
                    .matches();
        } catch (StackOverflowError tooDeep) {
            throw new TooCostly(pattern);
        } catch (StepsExhausted exhausted) {
            throw new TooCostly(pattern);
        }
    }

    /** Thrown where a pattern would take too long. */
    public static final class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooCostly(Pattern pattern) {
            super("the pattern " + pattern + " takes too long to match");
        }
    }

    private static final class StepsExhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepsExhausted() {
            super("", null, false, false);
        }
    }

    /** A text that counts how often a character of it is asked for, parts of it included. */
    private record Counted(String text, int start, int end, AtomicInteger steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > MOST_STEPS) {
                throw new StepsExhausted();
            }
            return text.charAt(start + index);
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, start + from, start + to, steps);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
