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

    /**
     * Returns it as people name it: {@code OrderController.read}. The compiler's name of a lambda is another when one more
     * stands before it, so that of a lambda its route is told: {@code Routes[GET /orders]}.
     */
    public String shown() {
        String type = ClassNames.simple(className);
        return isNamedByRoute() ? type + "[" + entryPoint + "]" : type + "." + method;
    }

    /** Returns it with what calls it from outside: {@code GET /orders/{id} → OrderController.read}. */
    public String named() {
        return entryPoint.isEmpty() || isNamedByRoute() ? shown() : entryPoint + " \u2192 " + shown();
    }

    /** Returns whether it is a method of that service. */
    public boolean isOf(String name, String inModule) {
        return service.equals(name) && module.equals(inModule);
    }

    private boolean isNamedByRoute() {
        // Kotlin's has it in the middle.
        return method.contains("lambda$") && entryPoint.contains("/");
    }

    /** Returns where it stands: {@code OrderController.java:41}. */
    public String place() {
        return line > 0 ? sourceFile + ":" + line : sourceFile;
    }
}
