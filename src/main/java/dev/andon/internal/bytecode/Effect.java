package dev.andon.internal.bytecode;

/** A call, a write or a return of a method, with its values. */
public sealed interface Effect {

    /**
     * It calls a method, or hands it on as a lambda or method reference: then the arguments are those captured.
     *
     * @param result the call
     * @param virtual whether the object's class decides which method runs
     * @param used whether the method does anything with what the call returns, or the object that it constructs
     */
    record Called(Value.Result result, boolean virtual, boolean used) implements Effect {}

    /** It writes a field. */
    record Written(String owner, String name, Value value) implements Effect {}

    /** It returns a value. */
    record Returned(Value value) implements Effect {}
}
