package dev.andon.internal.evidence;

import java.util.List;

/**
 * That a test class names or reaches a service.
 *
 * @param testClass the test class's binary name
 * @param service the service's name
 * @param module the module that holds the service
 * @param strength how it does
 * @param via by what, in words with file and line, for example {@code POST /orders at OrderControllerIT.java:31}
 * @param methods the names of the test methods that reach it; empty where that cannot be told apart
 * @param routes the service's routes that it requests, as {@link dev.andon.internal.frameworks.Route#toString()} writes
 *     them
 */
public record Link(
        String testClass,
        String service,
        String module,
        Strength strength,
        String via,
        List<String> methods,
        List<String> routes) {

    /** How a test class names or reaches a service, weakest first. */
    public enum Strength {
        /** It holds nothing but a mock of the service: no evidence, yet worth a word in the message. */
        MOCK_ONLY,
        /** It says so: by {@code services = …} or by its name. */
        DECLARED,
        /**
         * It sends a request that may reach the service: the code does not show to which path, or to which of several
         * services. Only its execution can tell.
         */
        UNCLEAR,
        /** It reaches the service through one of several classes of one name; it is not known which of them it loads. */
        ONE_OF_SEVERAL,
        /** Its bytecode reaches the service. */
        LINKED
    }
}
