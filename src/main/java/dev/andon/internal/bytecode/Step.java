package dev.andon.internal.bytecode;

import org.jspecify.annotations.Nullable;

/** One step of a method's code, where the order of constants and calls matters. */
public sealed interface Step {

    /** A string constant is loaded: a literal, or a literal part of a concatenation. */
    record Constant(String value) implements Step {}

    /** A class literal is loaded, by the class's binary name. */
    record Literal(String type) implements Step {}

    /** A static field or a field of an object is read. */
    record Read(String owner, String name, String type) implements Step {}

    /** A method is called. */
    record Invocation(MethodBody.Call call) implements Step {}

    /** A method is referred to: a lambda's body or a method reference. */
    record Reference(MethodBody.Call call) implements Step {}

    /** A number, a truth value (0 or 1) or null is loaded. */
    record Pushed(@Nullable Object value) implements Step {}

    /** The call that follows has arguments, and all of them are constants loaded right before it. */
    record Fixed() implements Step {}

    /** Something is thrown: what was just made, or what was caught. */
    record Throw() implements Step {}
}
