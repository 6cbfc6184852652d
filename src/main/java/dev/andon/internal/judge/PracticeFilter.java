package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leaves the results of some practices; all of them where none is named. What says that the run or the services are not
 * judged as a whole stays, or the others would seem to be all there is.
 */
public record PracticeFilter(Set<String> practices) {
    public static final PracticeFilter ALL = new PracticeFilter(Set.of());

    private static final Set<String> INTEGRITY = Set.of(RunComplete.ID, ServicesOutside.ID);

    /** Copies the set. */
    public PracticeFilter {
        practices = Set.copyOf(practices);
    }

    /** Returns the ids that results can have. */
    public static List<String> known() {
        return Stream.concat(
                        PracticeChecks.CATALOGUE.ids().stream(),
                        Stream.of(RunComplete.ID, ServicesOutside.ID, Waivers.ID, Exemptions.ID, BaselineCheck.ID))
                .toList();
    }

    /** Returns the report with the results that are left. */
    public Report of(Report report) {
        return practices.isEmpty()
                ? report
                : new Report(
                        report.readinessClass(),
                        report.level(),
                        subjects(report.services()),
                        subjects(report.canaries()),
                        codebase(report.codebase()),
                        report.notes(),
                        report.coverage(),
                        report.details());
    }

    /** Returns the same services or canaries with the results that are left. */
    public List<ServiceResult> subjects(List<ServiceResult> subjects) {
        return subjects.stream()
                .map(subject -> new ServiceResult(
                        subject.name(),
                        subject.label(),
                        subject.module(),
                        subject.practices().stream().filter(this::leaves).toList()))
                .toList();
    }

    /** Returns the results of the code base that are left. */
    public List<PracticeResult> codebase(List<PracticeResult> results) {
        return results.stream()
                .filter(result -> leaves(result) || INTEGRITY.contains(result.id()))
                .toList();
    }

    private boolean leaves(PracticeResult result) {
        return practices.isEmpty() || practices.contains(result.id());
    }
}
