package dev.andon.internal.frameworks;

import java.util.regex.Pattern;

/**
 * A name of a library by which code shows that something outside of the application calls it, although Andon cannot judge
 * it as a service.
 *
 * @param by what bears the name
 * @param name the binary names; of a call, the binary name of its owner, a dot and the method's name
 * @param beginning what each name begins with; compared first, since most names are of other libraries
 * @param words what the code is, for example {@code AWS Lambda handler}
 */
public record EntryPointSign(By by, Pattern name, String beginning, String words) {

    private EntryPointSign(By by, Pattern name, String words) {
        this(by, name, PatternBeginning.of(name.pattern()), words);
    }

    /** What bears the name. */
    public enum By {
        /** A type that the class extends or implements, or that a bean method returns. */
        TYPE,
        /** A type that a bean has: other classes of the type are not called from outside. */
        BEAN,
        /** An annotation of the class, of its supertypes, or of its methods. */
        ANNOTATION,
        /** An annotation of an interface, which the framework implements. */
        INTERFACE,
        /** A call by which the code registers what is to be called. */
        CALL
    }

    static EntryPointSign type(String names, String words) {
        return new EntryPointSign(By.TYPE, Pattern.compile(names), words);
    }

    static EntryPointSign bean(String names, String words) {
        return new EntryPointSign(By.BEAN, Pattern.compile(names), words);
    }

    /** The words are the annotation itself. */
    static EntryPointSign annotation(String names) {
        return new EntryPointSign(By.ANNOTATION, Pattern.compile(names), "");
    }

    static EntryPointSign onInterface(String names, String words) {
        return new EntryPointSign(By.INTERFACE, Pattern.compile(names), words);
    }

    static EntryPointSign call(String owners, String methods, String words) {
        return new EntryPointSign(
                By.CALL,
                Pattern.compile("(?:" + owners + ")\\.(?:" + methods + ")"),
                PatternBeginning.of(owners),
                words);
    }

    /** Returns whether a name that it matches may begin so. */
    boolean mayBegin(String start) {
        return start.startsWith(beginning) || beginning.startsWith(start);
    }

    boolean matches(String candidate) {
        return candidate.startsWith(beginning) && name.matcher(candidate).matches();
    }
}
