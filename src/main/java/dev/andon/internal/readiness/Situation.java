package dev.andon.internal.readiness;

import dev.andon.internal.evidence.ledger.BuildId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the caller knows of the build.
 *
 * @param buildIsOver whether every test that this build would run has run, given the tags of its tests
 * @param buildId the id of this build
 * @param output the folder that this build writes to, where it is not each module's own
 * @param resources the class path of the running tests
 */
public record Situation(
        Predicate<Set<String>> buildIsOver, BuildId buildId, Optional<Path> output, Resources resources) {

    /** Makes the situation of one who looks at folders alone. */
    public Situation(Predicate<Set<String>> buildIsOver, BuildId buildId) {
        this(buildIsOver, buildId, Optional.empty(), Resources.NONE);
    }
}
