package dev.andon.internal.prove;

import dev.andon.TestKind;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is to be proven.
 *
 * @param version the version of Andon
 * @param kind the kind of the tests
 * @param candidates the methods that faults are injected into
 * @param testClasses the binary names of the test classes of that kind
 * @param budget how long faults are tried; starting and control runs do not count
 * @param shard which part of the faults this job tries
 * @param firstTried the keys of methods with faults that the last build did not try, which come first; see {@link #key}
 */
public record ProofPlan(
        String version,
        TestKind kind,
        List<FaultedMethod> candidates,
        List<String> testClasses,
        Duration budget,
        Shard shard,
        Set<String> firstTried) {

    /** Returns what tells a method from all others, in every build. */
    public static String key(FaultedMethod method) {
        return method.className() + "#" + method.method() + method.descriptor();
    }
}
