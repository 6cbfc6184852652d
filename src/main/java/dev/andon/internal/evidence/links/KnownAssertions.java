package dev.andon.internal.evidence.links;

import dev.andon.internal.frameworks.CallRule;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises assertions and verifications of testing libraries: by rules for known libraries, otherwise by the names of
 * classes and methods, so that a library needs neither a rule nor a place on the class path.
 */
final class KnownAssertions {

    private static final List<CallRule> RULES = List.copyOf(Frameworks.union(Framework::assertions));
    private static final List<CallRule> CONDITION_CHECKS = List.copyOf(Frameworks.union(Framework::conditionChecks));
    private static final Set<String> PRODUCTION = Frameworks.union(Framework::productionPackages);
    private static final Pattern ASSUMPTION = Pattern.compile(".*\\.Assum(e|ptions?)(Kt)?");

    private KnownAssertions() {}

    /** Returns whether a call of that method checks something by itself, without a further call. */
    static boolean knows(String owner, String name) {
        return matches(RULES, owner, name);
    }

    /** Returns whether a call of that method throws unless a condition holds, which asserts in code of tests alone. */
    static boolean checksCondition(String owner, String name) {
        return matches(CONDITION_CHECKS, owner, name);
    }

    private static boolean matches(List<CallRule> rules, String owner, String name) {
        for (CallRule rule : rules) {
            if (rule.matches(owner, name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the names alone suggest that a library's method asserts. */
    static boolean sounds(String owner, String name, String descriptor, boolean isStatic) {
        if (isProduction(owner) || isAssumption(owner) || name.startsWith("assertThat")) {
            // A library's assertThat only starts a fluent assertion, unless it returns nothing.
            return name.startsWith("assertThat") && descriptor.endsWith(")V") && !isProduction(owner);
        }
        if (isWord(name, "assert")) {
            return !name.startsWith("assertWith");
        }
        String simpleName = ClassNames.simpleName(owner);
        boolean checksByName = isWord(name, "verify")
                || (!Frameworks.any(Framework::isFluentLibrary, owner)
                        && (simpleName.startsWith("Assert") || simpleName.startsWith("Verify")));
        return isStatic && checksByName && !isFluent(descriptor);
    }

    private static boolean isWord(String name, String word) {
        return name.startsWith(word)
                && (name.length() == word.length() || !Character.isLowerCase(name.charAt(word.length())));
    }

    /** A static method that returns an assertion object only starts a fluent assertion. */
    private static boolean isFluent(String descriptor) {
        return descriptor.endsWith("Assert;");
    }

    /** Returns whether production code uses the class, so that a name such as {@code verify} does not mean an assertion. */
    static boolean isProduction(String owner) {
        return owner.contains(".shaded.") || PRODUCTION.stream().anyMatch(owner::startsWith);
    }

    static boolean isAssumption(String owner) {
        return ASSUMPTION.matcher(owner).matches();
    }
}
