package dev.andon.internal.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the canaries of a build besides their declarations.
 *
 * @param codes what the code of each does, by its class's name
 * @param recorded the canaries that this build knows from files that their own builds wrote, and not by their classes
 * @param outdated the names of recorded canaries whose classes are others by now than those that were recorded
 * @param reached the classes of this build's system under test that recorded canaries reach, by their classes' names
 * @param proofs the newest proof of each, by its class's name
 * @param proving the test classes that have to do with proving canaries
 */
public record CanaryEvidence(
        Map<String, CanaryCode> codes,
        List<RecordedCanary> recorded,
        Set<String> outdated,
        Map<String, List<CanaryCode.Reached>> reached,
        Map<String, ProofRecord> proofs,
        Set<String> proving) {

    /** Where there are none. */
    public static final CanaryEvidence NONE =
            new CanaryEvidence(Map.of(), List.of(), Set.of(), Map.of(), Map.of(), Set.of());
}
