package dev.andon.internal.discover;

import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.text.BoundedMatch;
import java.util.regex.Pattern;

/**
 * A name pattern in the syntax of AspectJ and ArchUnit: {@code *} matches any characters within a segment, {@code ..} any
 * number of packages. The name of a nested class is a segment, after {@code $}.
 */
public final class NamePattern {

    private final String pattern;
    private final Pattern regex;

    private NamePattern(String pattern, Pattern regex) {
        this.pattern = pattern;
        this.regex = regex;
    }

    /** Returns a pattern of class names. */
    public static NamePattern ofClass(String pattern) {
        return new NamePattern(pattern, Pattern.compile(regex(pattern)));
    }

    /** Returns a pattern of packages; without wildcards it also matches subpackages. */
    static NamePattern ofPackage(String pattern) {
        boolean plain = !pattern.contains("*") && !pattern.contains("..");
        return new NamePattern(pattern, Pattern.compile(regex(pattern) + (plain ? "(?:\\..*)?" : "")));
    }

    /**
     * Returns whether a name has this pattern.
     *
     * @throws ConfigurationException if that takes too long to say
     */
    public boolean matches(String name) {
        try {
            return BoundedMatch.matches(regex, name);
        } catch (BoundedMatch.TooCostly tooCostly) {
            throw new ConfigurationException(
                    "the pattern \"" + pattern + "\" takes too long to match " + name + ": use fewer asterisks");
        }
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.startsWith("..", i)) {
                boolean first = i == 0;
                boolean last = i + 2 == pattern.length();
                regex.append(first ? "(?:.*\\.)?" : last ? "(?:\\..*)?" : "\\.(?:.*\\.)?");
                i++;
            } else if (pattern.charAt(i) == '*') {
                regex.append("[^.$]*");
            } else {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
            }
        }
        return regex.toString();
    }
}
