package dev.andon.internal.frameworks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what every name that a pattern matches begins with. It is compared first, since most names are of other libraries
 * and a pattern costs far more.
 */
final class PatternBeginning {
    /** Letters and escaped dots, but not the last, which may be optional. */
    private static final Pattern LITERAL = Pattern.compile("((?:\\w|\\\\\\.)*)(?:\\w|\\\\\\.)");

    private PatternBeginning() {}

    /** Returns the literal text; empty where the pattern has alternatives or begins with anything else. */
    static String of(String pattern) {
        int depth = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == '|' && depth == 0) {
                return "";
            }
        }
        Matcher literal = LITERAL.matcher(pattern);
        return literal.lookingAt() ? literal.group(1).replace("\\.", ".") : "";
    }
}
