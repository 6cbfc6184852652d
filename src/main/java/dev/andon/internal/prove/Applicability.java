package dev.andon.internal.prove;

import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.prove.agent.Injection;
import dev.andon.internal.prove.agent.Observation;
import java.util.ArrayList;
import java.util.List;

/** Tells which faults change anything, from what the method did in the control run. */
final class Applicability {

    private Applicability() {}

    /** Returns why the fault changes nothing; empty where it does. */
    static String obstacle(MethodFault fault, Observation seen) {
        return switch (fault) {
            case THROWS -> seen.returned() ? "" : "it threw in the control run too, each time";
            case DOES_NOTHING ->
                !seen.returned() || seen.differs() || !seen.says() ? "" : "it returned nothing else in the control run";
            case CHANGED_VALUE -> injections(fault, seen).isEmpty() ? "nothing that it returned can be changed" : "";
        };
    }

    /** Returns what is injected, one after the other: the fault is detected where one of them is. */
    static List<Injection> injections(MethodFault fault, Observation seen) {
        return switch (fault) {
            case THROWS -> List.of(Injection.THROW);
            case DOES_NOTHING -> List.of(Injection.RETURN_EMPTY);
            case CHANGED_VALUE -> {
                List<Injection> changes = new ArrayList<>();
                if (!seen.values().isEmpty()) {
                    changes.add(Injection.CHANGE_VALUES);
                }
                if (!seen.elements().isEmpty()) {
                    changes.add(Injection.DROP_ELEMENT);
                }
                yield changes;
            }
        };
    }

    /** Returns what the fault changes, in words. */
    static String change(MethodFault fault, Observation seen) {
        if (fault != MethodFault.CHANGED_VALUE) {
            return "";
        }
        return String.join(
                "; ",
                List.of(seen.values(), seen.elements()).stream()
                        .filter(change -> !change.isEmpty())
                        .toList());
    }
}
