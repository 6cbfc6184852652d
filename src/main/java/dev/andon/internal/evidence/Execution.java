package dev.andon.internal.evidence;

import java.util.List;

/**
 * That a test class ran, in this build, code of a service.
 *
 * @param testClass the test class's binary name
 * @param service the service's name
 * @param module the module that holds the service
 * @param depth how far it came
 * @param coveredLines how many lines of the service it covered
 * @param lines how many lines with code the service has
 * @param methods the names of the service's methods that it covered
 */
public record Execution(
        String testClass,
        String service,
        String module,
        Depth depth,
        int coveredLines,
        int lines,
        List<String> methods) {

    /** Returns the same execution, come this far. */
    public Execution withDepth(Depth other) {
        return new Execution(testClass, service, module, other, coveredLines, lines, methods);
    }

    /** How far a test came into a service. */
    public enum Depth {
        /** The class was never loaded. */
        NEVER_LOADED,
        /** The class was initialised, as a mock of it does: not a single constructor ran. */
        LOADED,
        /** It was constructed and no more: wired, never called. */
        WIRED,
        /** A method other than constructors and initialisers ran. */
        CALLED
    }
}
