package dev.andon.internal.frameworks;

import java.util.List;

/** Libraries that compare results with stored snapshots. */
final class SnapshotTests implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("au\\.com\\.origin\\.snapshots\\..*", "toMatchSnapshot.*"),
                CallRule.of("de\\.skuzzle\\.test\\.snapshots\\..*", "matches.*|asserts?.*"));
    }
}
