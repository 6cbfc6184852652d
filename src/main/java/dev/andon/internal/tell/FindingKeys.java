package dev.andon.internal.tell;

import dev.andon.PracticeResult;
import java.util.List;

/** What identifies the faults behind a result in another build, as in a baseline. */
final class FindingKeys {
    private FindingKeys() {}

    /** Returns one key for each fault: the practice, what it is about, and the finding's own key. */
    static List<String> of(String subject, PracticeResult result) {
        List<String> keys = result.findings().stream()
                .filter(finding -> finding.verdict().fails())
                .flatMap(finding -> finding.keys().stream())
                .distinct()
                .toList();
        return (keys.isEmpty() ? List.of(result.finding()) : keys)
                .stream()
                        .map(key -> String.join(" | ", result.id(), subject, key))
                        .toList();
    }
}
