package dev.andon.internal.formats;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of a ledger: one run of one top-level test class.
 *
 * @param build the id of the build that ran it
 * @param className the binary name of the class
 * @param hash the checksum of the class file that ran; empty where the file was not found
 * @param outcome how the class itself ended
 * @param reason why it did not succeed; empty where it did
 * @param finished when it ended
 * @param tests its tests, those of nested classes included
 * @param classFolders the digest of each folder of class files that it ran with, by the folder's path as seen from the
 *     ledger's folder; empty where they could not be read
 */
public record LedgerLine(
        String build,
        String className,
        String hash,
        Outcome outcome,
        String reason,
        Instant finished,
        List<Test> tests,
        Map<String, String> classFolders) {

    /**
     * One test, or one invocation of a test.
     *
     * @param id JUnit's unique id
     * @param className the binary name of the class that ran it
     * @param methodName the method's name, without parameters
     * @param outcome how it ended
     * @param millis how long it took, in milliseconds
     * @param tags its tags, sorted
     */
    public record Test(
            String id, String className, String methodName, Outcome outcome, double millis, List<String> tags) {}
}
