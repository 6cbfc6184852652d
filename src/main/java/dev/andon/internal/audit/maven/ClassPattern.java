package dev.andon.internal.audit.maven;

import dev.andon.internal.text.BoundedMatch;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.codehaus.plexus.util.SelectorUtils;

/** How Surefire and Failsafe name test classes: by patterns of their files. */
final class ClassPattern {
    private static final String REGEX = "%regex[";

    private ClassPattern() {}

    /**
     * Returns whether any pattern matches the class; a pattern that begins with {@code !} excludes it again.
     *
     * @throws BoundedMatch.TooCostly if a regular expression takes too many steps
     */
    static boolean any(List<String> patterns, String className) {
        return patterns.stream().anyMatch(pattern -> !pattern.startsWith("!") && matches(pattern, className))
                && patterns.stream()
                        .noneMatch(pattern -> pattern.startsWith("!") && matches(pattern.substring(1), className));
    }

    static boolean matches(String pattern, String className) {
        String file = className.replace('.', '/') + ".class";
        if (pattern.startsWith(REGEX) && pattern.endsWith("]")) {
            return regex(pattern.substring(REGEX.length(), pattern.length() - 1), file);
        }
        String path = pattern.contains("#") ? pattern.substring(0, pattern.indexOf('#')) : pattern;
        path = path.replace('\\', '/').trim();
        for (String ending : List.of(".java", ".class", ".kt")) {
            path = path.endsWith(ending) ? path.substring(0, path.length() - ending.length()) : path;
        }
        if (!path.contains("/")) {
            path = path.replace('.', '/');
        }
        String anywhere = path.startsWith("**/") ? path : "**/" + path;
        return SelectorUtils.matchPath(anywhere, className.replace('.', '/'), "/", true)
                || SelectorUtils.matchPath(anywhere, file, "/", true);
    }

    private static boolean regex(String expression, String file) {
        try {
            return BoundedMatch.matches(Pattern.compile(expression), file);
        } catch (PatternSyntaxException malformed) {
            return false;
        }
    }
}
