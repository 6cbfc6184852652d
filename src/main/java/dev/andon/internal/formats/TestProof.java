package dev.andon.internal.formats;

import dev.andon.TestKind;
import java.util.List;

/**
 * What faults in the methods of services showed about the tests of one kind.
 *
 * @param version the version of Andon
 * @param kind the kind of the tests
 * @param faults the faults
 * @param leftOut the tests that prove nothing, with the reasons
 * @param undecided why nothing could be proven; empty where something could
 * @param shard which part of the faults was tried
 * @param timing how long it took
 */
public record TestProof(
        String version,
        TestKind kind,
        List<MethodFaultResult> faults,
        List<LeftOut> leftOut,
        String undecided,
        Shard shard,
        Timing timing) {

    /**
     * A test or test class that proves nothing.
     *
     * @param test the class, or the class and the method
     * @param reason why not, as the rest of a sentence
     */
    public record LeftOut(String test, String reason) {
        /** How the reason of a class begins for which there was no time. */
        public static final String NOT_RUN = "was not run twice without a fault";

        /** How the reason of a class begins that was ended in a control run. */
        public static final String NOT_ENDED = "did not end within";

        /** Returns whether it was left out for want of time, so that the control runs did not show what it reaches. */
        public boolean isForTime() {
            return reason.startsWith(NOT_RUN) || reason.startsWith(NOT_ENDED);
        }

        /** Returns the class. */
        public String testClass() {
            int hash = test.indexOf('#');
            return hash < 0 ? test : test.substring(0, hash);
        }
    }

    /**
     * How long a proof took, in milliseconds.
     *
     * @param start the first control run, in which the application starts
     * @param control the second control run
     * @param faults all runs with a fault
     * @param executions how many tests ran with a fault
     * @param neededMillis how long these tests take in the control run
     */
    public record Timing(long start, long control, long faults, int executions, long neededMillis) {
        /** Of a proof in which nothing ran. */
        public static final Timing NONE = new Timing(0, 0, 0, 0, 0);
    }

    /** Returns the same proof with other tests left out. */
    public TestProof with(List<LeftOut> others) {
        return new TestProof(version, kind, faults, others, undecided, shard, timing);
    }

    /**
     * Returns the same proof in which faults that survived or that no test reaches are undecided.
     *
     * @param reason why
     */
    public TestProof withDoubt(String reason) {
        return new TestProof(
                version,
                kind,
                faults.stream().map(fault -> fault.withDoubt(reason)).toList(),
                leftOut,
                undecided,
                shard,
                timing);
    }

    public TestProof {
        faults = List.copyOf(faults);
        leftOut = List.copyOf(leftOut);
    }
}
