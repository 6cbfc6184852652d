package dev.andon.internal.bytecode;

import java.util.List;
import java.util.Set;

/**
 * What a method's code does, as far as evidence asks for it.
 *
 * @param line its first line, 0 where unknown
 * @param lastLine its last line, 0 where unknown
 * @param steps what it does, in order
 * @param effects its calls, writes and returns, with the values it does them with, in order
 * @param calls the methods that it calls or refers to (lambdas and method references included), in order
 * @param unheard those of the calls whose assertion errors a handler catches and ignores
 * @param types the binary names of all classes that it names: calls, fields, casts, class literals, allocations
 * @param constants the string constants that it loads, the literal parts of string concatenation included, in order
 * @param empty whether it does nothing but return
 */
public record MethodBody(
        int line,
        int lastLine,
        List<Step> steps,
        List<Effect> effects,
        List<Call> calls,
        Set<Call> unheard,
        Set<String> types,
        List<String> constants,
        boolean empty) {

    /**
     * One call.
     *
     * @param owner the binary name of the class named by the call
     * @param name the method's name
     * @param descriptor the method's descriptor
     * @param line the line of the call, 0 where unknown
     */
    public record Call(String owner, String name, String descriptor, int line) {}
}
