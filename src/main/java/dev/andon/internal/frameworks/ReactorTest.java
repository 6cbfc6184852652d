package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Set;

/** Project Reactor's support for tests. */
final class ReactorTest implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("reactor\\.test\\..*", "(then)?[vV]erify.*|assert.*|expectComplete.*AndVerify"));
    }

    @Override
    public Set<String> deferredTypes() {
        return Set.of(
                "reactor.core.publisher.Mono",
                "reactor.core.publisher.Flux",
                "reactor.test.StepVerifier",
                "reactor.test.StepVerifier$FirstStep",
                "reactor.test.StepVerifier$Step",
                "reactor.test.StepVerifier$LastStep");
    }
}
