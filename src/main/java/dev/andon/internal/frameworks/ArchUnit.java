package dev.andon.internal.frameworks;

import java.util.List;

/** ArchUnit. */
final class ArchUnit implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("com\\.tngtech\\.archunit\\..*", "check|assertNoViolation|verify"));
    }
}
