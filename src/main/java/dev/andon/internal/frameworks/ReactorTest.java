package dev.andon.internal.frameworks;

import java.util.List;

/** Project Reactor's support for tests. */
final class ReactorTest implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("reactor\\.test\\..*", "(then)?[vV]erify.*|assert.*|expectComplete.*AndVerify"));
    }
}
