package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ArchUnit. */
final class ArchUnit implements Framework {

    private static final Set<String> ANALYZE = Set.of("com.tngtech.archunit.junit.AnalyzeClasses");

    /** Its rules are mostly fields. */
    @Override
    public Optional<TestEngine> engine(ClassView type) {
        return type.isAnnotated(ANALYZE) ? Optional.of(new TestEngine("ArchUnit", false)) : Optional.empty();
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("com\\.tngtech\\.archunit\\..*", "check|assertNoViolation|verify"));
    }
}
