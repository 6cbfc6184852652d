package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole answer.
 *
 * @param readinessClass the readiness class that asked, or who else did
 * @param services one result for each service, in a stable order
 * @param codebase the rows of the code base as a whole
 * @param notes what a reader should know besides, each one sentence
 */
public record Report(
        String readinessClass, List<ServiceResult> services, List<PracticeResult> codebase, List<String> notes) {

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
