package dev.andon.internal.formats;

import java.util.List;
import java.util.Locale;

/**
 * What the tests made of one fault in one method.
 *
 * @param method the method
 * @param fault the fault
 * @param change what {@link MethodFault#CHANGED_VALUE} changed; empty for other faults
 * @param verdict whether the tests detected it
 * @param reason why it was not injected or not decided; empty where it was
 * @param tests the tests that run the method, as {@code com.acme.OrderIT#reads_an_order}, in the order in which they are tried
 * @param detectedBy the test that turned red; empty where none did
 */
public record MethodFaultResult(
        FaultedMethod method,
        MethodFault fault,
        String change,
        Verdict verdict,
        String reason,
        List<String> tests,
        String detectedBy) {

    /** Whether the tests detected a fault. */
    public enum Verdict {
        /** A test turned red. */
        DETECTED,
        /** All tests that run the method stayed green. */
        SURVIVED,
        /** No test of the kind runs the method. */
        NOT_REACHED,
        /** The fault changes nothing that the method does. */
        NOT_APPLICABLE,
        /** It was not injected in this run: the budget was spent, or another job injects it. */
        NOT_TRIED,
        /** It is not known whether a test would turn red; the reason says why. */
        UNDECIDED;

        /** Returns the word in the file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns what the method did in place of its work: {@code returned another value (status)}. */
    public String did() {
        return fault.did() + (change.isEmpty() ? "" : " (" + change + ")");
    }

    MethodFaultResult withDoubt(String why) {
        return verdict == Verdict.SURVIVED || verdict == Verdict.NOT_REACHED
                ? new MethodFaultResult(method, fault, change, Verdict.UNDECIDED, why, tests, detectedBy)
                : this;
    }

    public MethodFaultResult {
        tests = List.copyOf(tests);
    }
}
