package dev.andon.internal.bytecode;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a question to the {@link CodeGraph} follows.
 *
 * @param follows tells by a class's binary name whether its code is followed
 * @param receiver the class of the object that runs, which decides between overriding methods; null where unknown
 * @param initialisers whether naming a class runs its static initialiser
 * @param indirect whether a call may run methods that it does not name: overriding ones, and those of a new object that a
 *     library calls back
 * @param unheard whether calls are followed whose assertion errors a handler ignores
 */
public record CallPolicy(
        Predicate<String> follows, @Nullable String receiver, boolean initialisers, boolean indirect, boolean unheard) {

    /** Follows the code of those classes, and of any object that may run. */
    public static CallPolicy following(Predicate<String> classes) {
        return new CallPolicy(classes, null, false, true, true);
    }

    /** Returns the same policy for an object of that class. */
    public CallPolicy on(String className) {
        return new CallPolicy(follows, className, initialisers, indirect, unheard);
    }

    /** Returns the same policy, static initialisers of the named classes included. */
    public CallPolicy withInitialisers() {
        return new CallPolicy(follows, receiver, true, indirect, unheard);
    }

    /** Returns the same policy, but only the methods that calls name are followed. */
    public CallPolicy directOnly() {
        return new CallPolicy(follows, receiver, initialisers, false, unheard);
    }

    /** Returns the same policy, without the calls whose assertion errors a handler ignores. */
    public CallPolicy heardOnly() {
        return new CallPolicy(follows, receiver, initialisers, indirect, false);
    }
}
