package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Set;

/** JMockit. */
final class JMockit implements Framework {

    /** It mocks every object of the type, wherever that is made. */
    @Override
    public Set<String> replacingMockAnnotations() {
        return Set.of("Mocked");
    }

    @Override
    public Set<String> injectingAnnotations() {
        return Set.of("Tested");
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("mockit\\.(Full)?Verifications.*", "<init>"));
    }
}
