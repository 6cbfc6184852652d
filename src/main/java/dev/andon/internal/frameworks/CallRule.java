package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Describes calls by patterns of the called class's binary name and the method's name.
 *
 * @param owners the classes
 * @param names the methods
 */
public record CallRule(Pattern owners, Pattern names) {

    static CallRule of(String owners, String names) {
        return new CallRule(Pattern.compile(owners), Pattern.compile(names));
    }

    /** Returns whether one of the rules describes the call. */
    public static boolean any(Collection<CallRule> rules, Call call) {
        return rules.stream().anyMatch(rule -> rule.matches(call.owner(), call.name()));
    }

    /** Returns whether the rule describes a call of that method of that class. */
    public boolean matches(String owner, String name) {
        return owners.matcher(owner).matches() && names.matcher(name).matches();
    }
}
