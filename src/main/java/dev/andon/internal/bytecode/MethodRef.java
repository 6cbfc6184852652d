package dev.andon.internal.bytecode;

/**
 * A method of a class.
 *
 * @param owner the binary name of the class that declares it
 * @param key its name and descriptor
 */
public record MethodRef(String owner, MethodKey key) {}
