package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Describes calls by patterns of the called class's binary name and the method's name.
 *
 * @param beginning what the name of each of the classes begins with
 * @param owners the classes
 * @param names the methods
 */
public record CallRule(String beginning, Pattern owners, Pattern names) {
    static CallRule of(String owners, String names) {
        return new CallRule(PatternBeginning.of(owners), Pattern.compile(owners), Pattern.compile(names));
    }

    /** Returns whether one of the rules describes the call. */
    public static boolean any(Collection<CallRule> rules, Call call) {
        for (CallRule rule : rules) {
            if (rule.matches(call.owner(), call.name())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the rule describes a call of that method of that class. */
    public boolean matches(String owner, String name) {
        return owner.startsWith(beginning)
                && owners.matcher(owner).matches()
                && names.matcher(name).matches();
    }
}
