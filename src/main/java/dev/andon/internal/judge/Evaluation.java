package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The results of all practices for all subjects of a build, whether they are required or not. Judging happens once, when
 * an evaluation is created; reports select from it.
 */
public final class Evaluation {
    private final BuildEvidence evidence;
    private final Requirements requirements;
    private final Map<Subject, Map<Practice, PracticeResult>> results = new LinkedHashMap<>();
    private final Map<Practice, PracticeResult> codebase;

    private Evaluation(BuildEvidence evidence, Requirements requirements) {
        this.evidence = evidence;
        this.requirements = requirements;
        evidence.services().forEach(service -> evaluate(new Subject.OfService(service)));
        evidence.canaries().forEach(canary -> evaluate(new Subject.OfCanary(canary)));
        this.codebase = results(new Subject.CodeBase());
    }

    /** Judges all practices; the same evidence and requirements give the same evaluation. */
    public static Evaluation of(BuildEvidence evidence, Requirements requirements) {
        return new Evaluation(evidence, requirements);
    }

    private void evaluate(Subject subject) {
        results.put(subject, results(subject));
    }

    private Map<Practice, PracticeResult> results(Subject subject) {
        Map<Practice, PracticeResult> found = new LinkedHashMap<>();
        for (PracticeCheck check : PracticeChecks.ALL) {
            Practice practice = check.practice();
            Result.merge(practice.id(), check.check(subject, evidence, requirements))
                    .ifPresent(result -> found.put(practice, result));
        }
        return found;
    }

    /** Returns the results of the practices that are required, with exemptions and waivers applied. */
    public Report report(String readinessClass) {
        Waivers waivers = waivers();
        Exemptions exemptions = new Exemptions(requirements.exemptions());
        Map<Subject, String> labels = SubjectLabels.of(results.keySet());
        List<ServiceResult> services = new ArrayList<>();
        List<ServiceResult> canaries = new ArrayList<>();
        results.forEach((subject, all) -> {
            List<PracticeResult> required = selected(all, requirements.practices()::contains)
                    .map(result -> waivers.apply(subject, exemptions.apply(subject, result)))
                    .toList();
            ServiceResult one =
                    new ServiceResult(subject.name(), labels.getOrDefault(subject, ""), subject.module(), required);
            if (subject instanceof Subject.OfService) {
                services.add(one);
            } else if (!required.isEmpty()) {
                canaries.add(one);
            }
        });
        List<PracticeResult> ofCodebase = new ArrayList<>(selected(codebase, requirements.practices()::contains)
                .map(waivers::applyToCodebase)
                .toList());
        boolean undecided = Stream.of(services, canaries)
                .flatMap(List::stream)
                .flatMap(subject -> subject.practices().stream())
                .anyMatch(result -> result.verdict() == Verdict.UNDECIDED);
        undecided |= ofCodebase.stream().anyMatch(result -> result.verdict() == Verdict.UNDECIDED);
        Optional<PracticeResult> runComplete = Result.merge(RunComplete.ID, RunComplete.check(evidence, undecided));
        runComplete.ifPresent(ofCodebase::add);
        Result.merge(
                        ServicesOutside.ID,
                        ServicesOutside.check(evidence.scope()).stream().toList())
                .ifPresent(ofCodebase::add);
        Result.merge(Waivers.ID, waivers.check(results.keySet())).ifPresent(ofCodebase::add);
        Result.merge(Exemptions.ID, exemptions.check()).ifPresent(ofCodebase::add);
        return new Report(
                readinessClass,
                PracticeChecks.CATALOGUE.levelOf(requirements.practices()),
                services,
                canaries,
                ofCodebase,
                notes(runComplete.isPresent()),
                List.of(),
                ReportDetails.of(evidence, requirements));
    }

    private List<String> notes(boolean runCompleteReported) {
        Stream<String> operations = requirements.practices().contains(CanariesCheck.PRACTICE)
                ? CanariesCheck.unnamedRoutes(evidence, requirements).stream()
                : Stream.empty();
        boolean judged = evidence.buildIsOver() && requirements.practices().contains(TestsRunCheck.PRACTICE);
        Stream<String> notRun = runCompleteReported || judged ? Stream.empty() : RunComplete.note(evidence).stream();
        return Stream.of(
                        operations,
                        notRun,
                        ServicesOutside.note(evidence.scope()).stream(),
                        new LinkedOnly(evidence, required()).note().stream(),
                        waivers().endingSoon().stream())
                .flatMap(all -> all)
                .toList();
    }

    private List<PracticeResult> required() {
        return results.values().stream()
                .flatMap(of -> selected(of, requirements.practices()::contains))
                .toList();
    }

    /** Returns the result of a practice for the service or canary of this name, required or not, with exemptions and waivers applied. */
    public Optional<PracticeResult> result(String subject, String practice) {
        return results(subject, candidate -> candidate.id().equals(practice)).stream()
                .findFirst();
    }

    /** Returns the results of some practices for the service or canary of this name, with exemptions and waivers applied. */
    public List<PracticeResult> results(String subject, Predicate<Practice> practices) {
        Waivers waivers = waivers();
        Exemptions exemptions = new Exemptions(requirements.exemptions());
        return results.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(subject))
                .flatMap(entry -> selected(entry.getValue(), practices)
                        .map(result -> waivers.apply(entry.getKey(), exemptions.apply(entry.getKey(), result))))
                .toList();
    }

    /** Returns one sentence on the level that the build has reached; waivers do not count. */
    public String levelSummary() {
        if (evidence.services().isEmpty()) {
            return "this module holds no service, so it has no level: the builds of the services report theirs";
        }
        // Where there is neither a key operation nor a canary, only the code base has a result on canaries.
        Stream<Map.Entry<Practice, PracticeResult>> ofCodebase = codebase.entrySet().stream()
                .filter(entry ->
                        entry.getKey().concernsCanaries() || entry.getKey().equals(TestsRunCheck.PRACTICE));
        Exemptions exemptions = new Exemptions(requirements.exemptions());
        Stream<Map.Entry<Practice, PracticeResult>> ofSubjects = results.entrySet().stream()
                .flatMap(subject -> subject.getValue().entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey(), exemptions.apply(subject.getKey(), entry.getValue()))));
        return LevelSummary.sentence(
                Stream.concat(ofSubjects, ofCodebase)
                        .filter(entry -> entry.getValue().verdict().fails())
                        .map(Map.Entry::getKey)
                        .toList(),
                requirements.practices());
    }

    private Waivers waivers() {
        return new Waivers(requirements.waivers(), evidence.today());
    }

    private static Stream<PracticeResult> selected(
            Map<Practice, PracticeResult> results, Predicate<Practice> practices) {
        return results.entrySet().stream()
                .filter(entry -> practices.test(entry.getKey()))
                .map(Map.Entry::getValue);
    }
}
