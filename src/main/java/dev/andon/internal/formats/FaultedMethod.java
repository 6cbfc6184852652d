package dev.andon.internal.formats;

import dev.andon.internal.text.ClassNames;

/**
 * A method of a service that faults are injected into.
 *
 * @param className the binary name of the class
 * @param method its name
 * @param descriptor its descriptor
 * @param sourceFile the simple name of its source file
 * @param line its first line; 0 where that is not known
 * @param entryPoint what calls it from outside, for example {@code GET /orders/{id}}; empty for a method that only other
 *     code calls
 * @param service the name of the service
 * @param module the module that holds the service
 */
public record FaultedMethod(
        String className,
        String method,
        String descriptor,
        String sourceFile,
        int line,
        String entryPoint,
        String service,
        String module) {

    /** Returns it as people name it: {@code OrderController.read}. */
    public String shown() {
        return ClassNames.simple(className) + "." + method;
    }

    /** Returns where it stands: {@code OrderController.java:41}. */
    public String place() {
        return line > 0 ? sourceFile + ":" + line : sourceFile;
    }
}
