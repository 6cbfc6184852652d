package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole answer.
 *
 * @param readinessClass the readiness class that asked, or who else did
 * @param services one result for each service, in a stable order
 * @param codebase the rows of the code base as a whole
 * @param notes what a reader should know besides, each one sentence
 * @param coverage what covered each service, as far as that is known
 */
public record Report(
        String readinessClass,
        List<ServiceResult> services,
        List<PracticeResult> codebase,
        List<String> notes,
        List<ServiceCoverage> coverage) {

    public Report(
            String readinessClass, List<ServiceResult> services, List<PracticeResult> codebase, List<String> notes) {
        this(readinessClass, services, codebase, notes, List.of());
    }

    /** Returns the same report with other notes. */
    public Report withNotes(List<String> others) {
        return new Report(readinessClass, services, codebase, others, coverage);
    }

    /** Returns the same report, which states this coverage. */
    public Report withCoverage(List<ServiceCoverage> stated) {
        return new Report(readinessClass, services, codebase, notes, stated);
    }

    /** Returns what covered a service, if that is known. */
    public Optional<ServiceCoverage> coverageOf(ServiceResult service) {
        return coverage.stream()
                .filter(stated -> stated.service().equals(service.name())
                        && stated.module().equals(service.module()))
                .filter(stated -> !stated.parts().isEmpty())
                .findFirst();
    }

    /** Returns whether any row fails the build. */
    public boolean fails() {
        return failing() > 0;
    }

    /** Returns how many rows fail the build. */
    public long failing() {
        return Stream.concat(services.stream().flatMap(service -> service.practices().stream()), codebase.stream())
                .filter(result -> result.verdict().fails())
                .count();
    }
}
