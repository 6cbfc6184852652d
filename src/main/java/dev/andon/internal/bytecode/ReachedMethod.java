package dev.andon.internal.bytecode;

/** A method that may run, and its code. */
public record ReachedMethod(MethodRef method, MethodBody body) {}
