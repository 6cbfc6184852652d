package dev.andon.internal.evidence.ledger;

import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;

/** A top-level test class that is running; its tests may end on several threads. */
final class OpenClass {

    final UniqueId id;

    private final String className;
    private final List<LedgerLine.Test> tests = new ArrayList<>();
    private @Nullable String failure;

    OpenClass(UniqueId id, String className) {
        this.id = id;
        this.className = className;
    }

    String className() {
        return className;
    }

    synchronized void add(LedgerLine.Test test) {
        tests.add(test);
    }

    synchronized boolean ranAnythingOf(UniqueId container) {
        String prefix = container + "/";
        return tests.stream().anyMatch(test -> test.id().startsWith(prefix));
    }

    /** A nested class whose set-up or tear-down failed fails the whole class. */
    synchronized void fail(String reason) {
        failure = reason;
    }

    synchronized LedgerLine close(String build, Outcome outcome, String reason, Map<String, String> classFolders) {
        boolean failedInside = outcome == Outcome.SUCCESSFUL && failure != null;
        return new LedgerLine(
                build,
                className,
                ClassHash.ofLoaded(className),
                failedInside ? Outcome.FAILED : outcome,
                failedInside && failure != null ? failure : reason,
                Instant.now(),
                List.copyOf(tests),
                classFolders);
    }
}
