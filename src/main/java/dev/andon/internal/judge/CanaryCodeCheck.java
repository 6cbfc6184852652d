package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.Verdict;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.evidence.CanaryEvidence;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.List;
import java.util.Objects;

/**
 * A practice that is judged from a canary's class file. If this build has the class file, it judges; otherwise it takes
 * the result that the canary's own build recorded.
 */
public abstract sealed class CanaryCodeCheck implements PracticeCheck
        permits CanaryIndependentCheck,
                CanaryAssertsCheck,
                CanarySingleOperationCheck,
                CanaryBoundedCheck,
                CanaryAlertsCheck {
    static final FindingTemplate EARLIER_VERSION = new FindingTemplate(
            "record-of-earlier-version",
            "{file} was written by an earlier version of Andon",
            "build its module, {module}, again with its tests and this version of Andon");
    static final FindingTemplate OUTDATED = new FindingTemplate(
            "record-outdated",
            "{file} does not belong to the canary's current classes",
            "build its module, {module}, again with its tests and this version of Andon");
    static final FindingTemplate NOT_RECORDED = new FindingTemplate(
            "not-recorded",
            "its own module's build did not judge it, as {file} shows",
            "build its module, {module}, again with this version of Andon");
    static final FindingTemplate RECORDED =
            new FindingTemplate("recorded", "judged by its own module's build: {verdict}, {found}");
    static final FindingTemplate RECORDED_FAILURE = new FindingTemplate(
            "recorded-failure",
            "judged by its own module's build: {verdict}, {found}",
            "fix it in its own module, {module}, and build that again");

    /** Returns what is wrong with a canary. */
    public abstract List<Finding> faults(CanaryClass canary, CanaryCode code, Assertions assertions);

    /** Returns what to report where nothing is wrong. */
    abstract Finding good(CanaryClass canary, CanaryCode code);

    /** Returns what is wrong with a recorded canary that only this build can see. */
    List<Finding> faultsOfRecorded(RecordedCanary recorded, CanaryEvidence evidence) {
        return List.of();
    }

    /** Returns what this practice needs and the record lacks. */
    List<Finding> missingInRecord(RecordedCanary recorded) {
        return List.of();
    }

    /** Returns what else this build knows of a canary in which the class file shows nothing wrong. */
    List<Result> confirmed(List<Result> byCode, KnownCanary canary, BuildEvidence evidence) {
        return byCode;
    }

    /** Returns whether a practice is judged from class files. */
    public static boolean judges(Practice practice) {
        return PracticeChecks.ALL.stream()
                .anyMatch(check ->
                        check instanceof CanaryCodeCheck && check.practice().equals(practice));
    }

    @Override
    public final List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        if (!(subject instanceof Subject.OfCanary of)) {
            return List.of();
        }
        CanaryClass inCode = of.canary().inCode();
        List<Result> results =
                inCode == null ? recorded(of.canary(), evidence.canaryEvidence()) : inCode(inCode, evidence);
        boolean met = results.stream().allMatch(result -> result.verdict() == Verdict.MET);
        return met ? confirmed(results, of.canary(), evidence) : results;
    }

    private List<Result> inCode(CanaryClass canary, BuildEvidence evidence) {
        CanaryCode code =
                Objects.requireNonNull(evidence.canaryEvidence().codes().get(canary.name()), canary.name());
        List<String> tests = List.of(canary.name());
        List<Finding> faults = faults(canary, code, evidence.assertions());
        return faults.isEmpty()
                ? List.of(Result.met(good(canary, code), tests))
                : faults.stream().map(fault -> Result.violated(fault, tests)).toList();
    }

    private List<Result> recorded(KnownCanary canary, CanaryEvidence evidence) {
        RecordedCanary recorded = Objects.requireNonNull(canary.recorded());
        List<String> tests = List.of(canary.name());
        List<Finding> faults = faultsOfRecorded(recorded, evidence);
        if (!faults.isEmpty()) {
            return faults.stream().map(fault -> Result.violated(fault, tests)).toList();
        }
        if (evidence.outdated().contains(canary.name())) {
            FindingTemplate template = recorded.classes().isEmpty() ? EARLIER_VERSION : OUTDATED;
            return List.of(Result.undecided(ofRecord(template, recorded), tests));
        }
        List<Finding> missing = missingInRecord(recorded);
        if (!missing.isEmpty()) {
            return missing.stream()
                    .map(finding -> Result.undecided(finding, tests))
                    .toList();
        }
        return List.of(recorded.practices().stream()
                .filter(result -> result.id().equals(practice().id()))
                .findFirst()
                .map(result -> judged(result, recorded))
                .orElseGet(() -> Result.undecided(ofRecord(NOT_RECORDED, recorded), tests)));
    }

    private static Result judged(CanaryRecord.JudgedPractice result, RecordedCanary recorded) {
        Finding finding = ofRecord(result.verdict().fails() ? RECORDED_FAILURE : RECORDED, recorded)
                .with("verdict", result.verdict().word().replace('-', ' '))
                .with("found", result.found());
        return new Result(result.verdict(), Evidence.NONE, List.of(recorded.name()), finding);
    }

    static Finding ofRecord(FindingTemplate template, RecordedCanary recorded) {
        return template.with("file", recorded.source(), "module", recorded.module());
    }
}
