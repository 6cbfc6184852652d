package dev.andon.internal.evidence;

import dev.andon.internal.formats.TestProof;

/** What is known of the proof of one kind of test. */
public sealed interface TestProofRecord {

    /** The tests were proven in this build. */
    record Proven(TestProof proof) implements TestProofRecord {}

    /**
     * There is no proof.
     *
     * @param reason why not, as a clause
     * @param fix what to do
     */
    record Missing(String reason, String fix) implements TestProofRecord {}
}
