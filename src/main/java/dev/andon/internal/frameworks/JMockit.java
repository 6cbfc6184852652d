package dev.andon.internal.frameworks;

import java.util.Set;

/** JMockit. */
final class JMockit implements Framework {

    @Override
    public Set<String> mockAnnotations() {
        return Set.of("Mocked");
    }
}
