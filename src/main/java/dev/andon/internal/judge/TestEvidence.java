package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.internal.discover.TestClass;

/**
 * A test class that names, reaches or runs a service, and how far it gets as evidence.
 *
 * @param testClass the test class
 * @param state how far it gets
 * @param evidence what it gives: {@code NONE} unless it ran, passed and asserted
 * @param finding what was found about it; its fix is what to do where this test class comes nearest
 */
record TestEvidence(TestClass testClass, State state, Evidence evidence, Finding finding) {

    /** How far a test class gets, worst first. */
    enum State {
        NEVER_RAN,
        NOT_YET_RUN,
        DISABLED,
        ABORTED,
        FAILED,
        MOCKS_ONLY,
        DECLARED_ONLY,
        ASSERTS_NOTHING,
        NOT_EXECUTED,
        UNCLEAR,
        PROVES
    }

    boolean proves(Evidence required) {
        return state == State.PROVES && evidence.compareTo(required) >= 0;
    }

    String name() {
        return testClass.name();
    }
}
