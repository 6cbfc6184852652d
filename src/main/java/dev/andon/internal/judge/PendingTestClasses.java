package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the test classes that may still run and cover more. */
final class PendingTestClasses {
    private PendingTestClasses() {}

    /** Returns a phrase that names those of one kind, or of any kind for null; empty where there are none. */
    static Optional<String> of(@Nullable TestKind kind, BuildEvidence evidence) {
        List<TestClass> pending = evidence.mayStillCount(kind);
        return pending.isEmpty()
                ? Optional.empty()
                : Optional.of("test classes that have not run yet: " + RunComplete.firstFew(pending, evidence));
    }
}
