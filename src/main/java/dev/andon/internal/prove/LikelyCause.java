package dev.andon.internal.prove;

import java.util.Collection;
import java.util.Map;

/** Says why no test can prove anything, by how they failed without a fault. */
final class LikelyCause {

    private LikelyCause() {}

    static String of(Map<String, String> leftOut) {
        if (leftOut.isEmpty()) {
            return "none of the tests was run in the control run: they are disabled, or no engine finds them";
        }
        String first = leftOut.entrySet().iterator().next().getKey() + " "
                + leftOut.entrySet().iterator().next().getValue();
        return "every test failed in the control run, in which no fault is injected. " + hint(leftOut.values()) + first;
    }

    private static String hint(Collection<String> failures) {
        if (failures.stream().anyMatch(failure -> failure.contains("java.net.BindException"))) {
            return "A port is taken: the application of the build's own tests still runs on it. Use a random port. ";
        }
        if (failures.stream().anyMatch(failure -> failure.contains("java.net.ConnectException"))) {
            return "Nothing answers where the tests connect to: what the build started before its integration tests is "
                    + "stopped after them. Run the readiness class among the integration tests, by Failsafe. ";
        }
        return "";
    }
}
