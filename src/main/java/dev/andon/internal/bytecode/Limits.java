package dev.andon.internal.bytecode;

/**
 * How far code is followed. Each number is far above what tests and canaries need; where one is reached, the graph keeps
 * a note that says so.
 *
 * @param methods how many methods one question follows
 * @param implementations how many overriding methods one call may run
 * @param superclasses how many superclasses of a class are looked at
 * @param classes how many classes are looked at where whole classes are followed
 * @param valueSteps how many assignments, parameters and returns a value is followed through
 * @param alternatives how many different values of one expression are kept
 * @param chainedCalls how many calls of a fluent chain are looked at
 */
public record Limits(
        int methods,
        int implementations,
        int superclasses,
        int classes,
        int valueSteps,
        int alternatives,
        int chainedCalls) {

    /** The limits of every question in a build. */
    public static final Limits DEFAULT = new Limits(5_000, 50, 100, 2_000, 24, 32, 60);
}
