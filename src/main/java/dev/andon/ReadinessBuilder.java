package dev.andon;

import dev.andon.internal.assess.Assessment;
import dev.andon.internal.assess.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.DynamicTest;

/**
 * A question about the readiness of some packages, being put together; see {@link Readiness#of}. Not safe to share
 * between threads.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReadinessBuilder {
    private final List<String> packages;
    private final List<TestKind> kinds = new ArrayList<>();
    private Optional<Level> level = Optional.empty();

    ReadinessBuilder(List<String> packages) {
        if (packages.isEmpty()) {
            throw new IllegalArgumentException("Readiness.of needs at least one package");
        }
        this.packages = packages;
    }

    /**
     * Demands tests of these kinds of every service.
     *
     * @throws IllegalArgumentException if a kind is {@link TestKind#CANARY}
     */
    public ReadinessBuilder require(TestKind... kinds) {
        for (TestKind kind : kinds) {
            if (kind == TestKind.CANARY) {
                throw new IllegalArgumentException("canaries are demanded by @RequireCanaries");
            }
            this.kinds.add(kind);
        }
        return this;
    }

    /** Demands the practices of a level. */
    public ReadinessBuilder require(Level level) {
        this.level = Optional.of(level);
        return this;
    }

    /** Looks at the build and judges it. */
    public Readiness check() {
        Assessment assessment = AssessmentEntryPoint.assess(packages, kinds, level);
        return new Readiness(assessment, new Settings(true, false));
    }

    /** Looks at the build, judges it and returns one test for each row. */
    public Stream<DynamicTest> tests() {
        return check().tests();
    }
}
