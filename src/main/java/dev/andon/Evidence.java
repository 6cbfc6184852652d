package dev.andon;

import org.apiguardian.api.API;

/**
 * How well it is known that a test tests a service, weakest first.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Evidence {
    /** There is no evidence, or the practice needs none. */
    NONE,
    /** A test says that it tests the service. */
    DECLARED,
    /** The test's bytecode reaches the service; mocks do not count. */
    LINKED,
    /** In this build the test ran, passed, and ran lines of the service. */
    EXECUTED,
    /** Faults were injected into the service, and its tests of that kind detected them; see {@link RequireProof}. */
    PROVEN,
    /** In requirements only: the strongest evidence that the build offers without a proof. No result has it. */
    STRONGEST
}
