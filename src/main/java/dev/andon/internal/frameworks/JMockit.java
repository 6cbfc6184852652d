package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Set;

/** JMockit. */
final class JMockit implements Framework {

    @Override
    public Set<String> mockAnnotations() {
        return Set.of("Mocked");
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("mockit\\.(Full)?Verifications.*", "<init>"));
    }
}
