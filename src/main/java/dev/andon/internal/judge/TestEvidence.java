package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.internal.discover.TestClass;

/**
 * A test class that might be the evidence a practice asks for, and how far it gets.
 *
 * @param testClass the test class
 * @param state how far it gets
 * @param evidence what it gives: {@code NONE} unless it ran, passed and asserted
 * @param flaky whether it passed only after it had failed
 * @param words what is to be said of it, to follow its name
 */
record TestEvidence(TestClass testClass, State state, Evidence evidence, boolean flaky, String words) {

    /** How far a test class gets, worst first: the last one short of {@code PROVES} makes the message. */
    enum State {
        NEVER_RAN,
        NOT_YET_RUN,
        DISABLED,
        ABORTED,
        FAILED,
        MOCKS_ONLY,
        ONLY_SAYS_SO,
        ASSERTS_NOTHING,
        NOT_EXECUTED,
        PROVES
    }

    boolean proves(Evidence required) {
        return state == State.PROVES && evidence.compareTo(required) >= 0;
    }

    String name() {
        return testClass.name();
    }

    /** The class's simple name and what is to be said of it. */
    String sentence() {
        return simpleName() + " (" + testClass.location() + ") " + words;
    }

    String simpleName() {
        String name = testClass.name();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
