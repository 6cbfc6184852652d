package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The results of everything that is required.
 *
 * @param readinessClass the readiness class that states the requirements, or who else does
 * @param level the highest level whose practices are all required
 * @param services one entry for each service, in a stable order
 * @param canaries one entry for each canary, in a stable order
 * @param codebase the results that are about the code base as a whole
 * @param notes what a reader should know besides, one sentence each
 * @param coverage what covered each service, as far as that is known
 * @param details what is shown besides
 */
public record Report(
        String readinessClass,
        Level level,
        List<ServiceResult> services,
        List<ServiceResult> canaries,
        List<PracticeResult> codebase,
        List<String> notes,
        List<ServiceCoverage> coverage,
        ReportDetails details) {

    /** Names the code base where results name what they are about. */
    public static final String CODEBASE = "codebase";

    /** Creates a report that shows nothing besides. */
    public Report(
            String readinessClass,
            Level level,
            List<ServiceResult> services,
            List<ServiceResult> canaries,
            List<PracticeResult> codebase,
            List<String> notes,
            List<ServiceCoverage> coverage) {
        this(readinessClass, level, services, canaries, codebase, notes, coverage, ReportDetails.NONE);
    }

    /** Returns a report without results, as where nothing was checked. */
    public static Report empty(String readinessClass, List<String> notes) {
        return new Report(readinessClass, Level.NONE, List.of(), List.of(), List.of(), notes, List.of());
    }

    /** Returns the same report with other notes. */
    public Report withNotes(List<String> others) {
        return new Report(readinessClass, level, services, canaries, codebase, others, coverage, details);
    }

    /** Returns the same report, with this coverage. */
    public Report withCoverage(List<ServiceCoverage> measured) {
        return new Report(readinessClass, level, services, canaries, codebase, notes, measured, details);
    }

    /** Returns the same report with other details. */
    public Report withDetails(ReportDetails others) {
        return new Report(readinessClass, level, services, canaries, codebase, notes, coverage, others);
    }

    /** Returns the same report with one more result of the code base. */
    Report with(PracticeResult further) {
        List<PracticeResult> all =
                Stream.concat(codebase.stream(), Stream.of(further)).toList();
        return new Report(readinessClass, level, services, canaries, all, notes, coverage, details);
    }

    /** Returns the same report with other results for each service, canary and the code base. */
    Report mapped(UnaryOperator<ServiceResult> subject, UnaryOperator<PracticeResult> ofCodebase) {
        return new Report(
                readinessClass,
                level,
                services.stream().map(subject).toList(),
                canaries.stream().map(subject).toList(),
                codebase.stream().map(ofCodebase).toList(),
                notes,
                coverage,
                details);
    }

    /** Returns what covered a service, if that is known. */
    public Optional<ServiceCoverage> coverageOf(ServiceResult service) {
        return coverage.stream()
                .filter(stated -> stated.service().equals(service.name())
                        && stated.module().equals(service.module()))
                .filter(stated -> !stated.parts().isEmpty())
                .findFirst();
    }

    /** Returns the services, then the canaries. */
    public Stream<ServiceResult> subjects() {
        return Stream.concat(services.stream(), canaries.stream());
    }

    /** Returns the results of services, canaries and the code base. */
    public Stream<PracticeResult> results() {
        return Stream.concat(subjects().flatMap(subject -> subject.practices().stream()), codebase.stream());
    }

    /** Returns how many results have each verdict, in the order of the verdicts. */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0L);
        }
        results().forEach(result -> counts.merge(result.verdict(), 1L, Long::sum));
        return counts;
    }

    /** Returns whether any result fails the build. */
    public boolean fails() {
        return failing() > 0;
    }

    /**
     * Returns what is wrong with the run, if a result is undecided because of that: it is reported once, as {@code
     * run-complete}.
     */
    public Optional<PracticeResult> causeOf(PracticeResult result) {
        return runIncomplete().filter(cause -> RunComplete.isCauseOf(result));
    }

    /** Returns what makes results undecided of which the run does not tell enough; empty where it tells enough. */
    public Optional<PracticeResult> runIncomplete() {
        return codebase.stream()
                .filter(result -> result.id().equals(RunComplete.ID) && result.verdict() == Verdict.UNDECIDED)
                .findFirst();
    }

    /** Returns how many results fail the build. */
    public long failing() {
        return results().filter(result -> result.verdict().fails()).count();
    }
}
