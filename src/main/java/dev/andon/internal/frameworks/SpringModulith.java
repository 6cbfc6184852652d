package dev.andon.internal.frameworks;

import java.util.List;

/** Spring Modulith's scenarios and structural checks. */
final class SpringModulith implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of(
                "org\\.springframework\\.modulith\\..*", "verify|toArrive.*|andVerify.*|toArriveAndVerify.*"));
    }
}
