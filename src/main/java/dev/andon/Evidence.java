package dev.andon;

import org.apiguardian.api.API;

/**
 * How much is known about a test of a service, weakest first.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Evidence {
    /** Nothing is known. */
    NONE,
    /** A test says that it tests the service. */
    DECLARED,
    /** The test's bytecode reaches the service, mocks not counted. */
    LINKED,
    /** In this build the test ran, passed, and ran lines of the service. */
    EXECUTED
}
