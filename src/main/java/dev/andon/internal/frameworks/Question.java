package dev.andon.internal.frameworks;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/**
 * A method of {@link Framework} with one argument, given as a method reference.
 *
 * @param <A> what the question is about
 * @param <R> the answer
 */
@FunctionalInterface
public interface Question<A, R> extends Serializable {

    /** Asks a framework. */
    R ask(Framework framework, A about);

    /** Returns the name of the method. A serializable method reference can tell it: that is why a question is one. */
    default String method() {
        try {
            Method replacement = getClass().getDeclaredMethod("writeReplace");
            replacement.setAccessible(true);
            return ((SerializedLambda) replacement.invoke(this)).getImplMethodName();
        } catch (ReflectiveOperationException notMethodReference) {
            throw new IllegalArgumentException("not a reference to a method of Framework", notMethodReference);
        }
    }
}
