package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.evidence.CanaryEvidence;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.require.Practice;
import java.util.List;

/** Judges whether a canary reaches no class of the system under test. */
public final class CanaryIndependentCheck extends CanaryCodeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.CANARY, "canary-independent");

    static final FindingTemplate INDEPENDENT =
            new FindingTemplate("independent", "reaches no class of the system under test ({location})");
    static final FindingTemplate REACHES_SYSTEM = new FindingTemplate(
            "reaches-system",
            "reaches {classes|5} of the system under test",
            "call the service from outside, through CanaryClient as a user would, and keep the canary in a module that "
                    + "does not depend on the service's classes");
    static final FindingTemplate NO_CLASSES_RECORDED = new FindingTemplate(
            "no-classes-recorded",
            "{file} does not tell which classes it reaches",
            "build its module, {module}, again with this version of Andon");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Finding> faults(CanaryClass canary, CanaryCode code, Assertions assertions) {
        return reaches(code.reached());
    }

    @Override
    Finding good(CanaryClass canary, CanaryCode code) {
        return INDEPENDENT.with("location", canary.location());
    }

    /** The build that compiles a class knows better than the canary's build whether it is of the system under test. */
    @Override
    List<Finding> faultsOfRecorded(RecordedCanary recorded, CanaryEvidence evidence) {
        return reaches(evidence.reached().getOrDefault(recorded.name(), List.of()));
    }

    @Override
    List<Finding> missingInRecord(RecordedCanary recorded) {
        return recorded.tellsUses() ? List.of() : List.of(ofRecord(NO_CLASSES_RECORDED, recorded));
    }

    private static List<Finding> reaches(List<CanaryCode.Reached> reached) {
        return reached.isEmpty()
                ? List.of()
                : List.of(REACHES_SYSTEM
                        .with(
                                "classes",
                                reached.stream()
                                        .map(one -> one.what() + " (" + one.location() + ")")
                                        .toList())
                        .identifiedBy(reached.stream().map(one -> one.what()).toList()));
    }
}
