package dev.andon.internal.junit;

import dev.andon.Level;
import dev.andon.Readiness;
import dev.andon.ReadinessBuilder;
import dev.andon.TestKind;
import dev.andon.internal.assess.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The request that {@link Readiness#of} starts. */
final class ReadinessRequest implements ReadinessBuilder {
    private final List<String> packages;
    private final List<TestKind> kinds = new ArrayList<>();
    private Optional<Level> level = Optional.empty();

    private ReadinessRequest(List<String> packages) {
        this.packages = packages;
    }

    /** Creates requests; named in {@code META-INF/services}. */
    public static final class Factory implements Provider {

        /** Called by {@link java.util.ServiceLoader}. */
        public Factory() {}

        @Override
        public ReadinessBuilder of(List<String> packages) {
            return new ReadinessRequest(packages);
        }
    }

    @Override
    public ReadinessBuilder require(TestKind... kinds) {
        for (TestKind kind : kinds) {
            if (kind == TestKind.CANARY) {
                throw new IllegalArgumentException("canaries are required by @RequireCanaries");
            }
            if (kind == TestKind.ANY) {
                throw new IllegalArgumentException(
                        "TestKind.ANY is not one kind: name UNIT, INTEGRATION or END_TO_END");
            }
            this.kinds.add(kind);
        }
        return this;
    }

    @Override
    public ReadinessBuilder require(Level level) {
        this.level = Optional.of(level);
        return this;
    }

    @Override
    public Readiness check() {
        return new AssessedReadiness(
                AssessmentEntryPoint.assess(packages, kinds, level), new Settings(true, false, false));
    }
}
