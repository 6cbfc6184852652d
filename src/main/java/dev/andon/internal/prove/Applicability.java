package dev.andon.internal.prove;

import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.prove.agent.Injection;
import dev.andon.internal.prove.agent.Observation;
import java.util.Optional;

/** Tells which faults change anything, from what the method did in the control run. */
final class Applicability {

    private Applicability() {}

    /** Returns why the fault changes nothing; empty where it does. */
    static String obstacle(MethodFault fault, Observation seen) {
        return switch (fault) {
            case THROWS -> seen.returned() ? "" : "it threw in the control run too, each time";
            case DOES_NOTHING ->
                !seen.returned() || seen.differs() || !seen.says() ? "" : "it returned nothing else in the control run";
            case CHANGED_VALUE -> injection(fault, seen).isEmpty() ? "nothing that it returned can be changed" : "";
        };
    }

    /**
     * Returns what is injected. An element is left out only where no value can be changed: whoever counts the elements has
     * not looked at what they hold.
     */
    static Optional<Injection> injection(MethodFault fault, Observation seen) {
        return switch (fault) {
            case THROWS -> Optional.of(Injection.THROW);
            case DOES_NOTHING -> Optional.of(Injection.RETURN_EMPTY);
            case CHANGED_VALUE -> {
                if (!seen.values().isEmpty()) {
                    yield Optional.of(Injection.CHANGE_VALUES);
                }
                yield seen.elements().isEmpty() ? Optional.empty() : Optional.of(Injection.DROP_ELEMENT);
            }
        };
    }

    /** Returns what the fault changes, in words. */
    static String change(MethodFault fault, Observation seen) {
        if (fault != MethodFault.CHANGED_VALUE) {
            return "";
        }
        return seen.values().isEmpty() ? seen.elements() : seen.values();
    }
}
