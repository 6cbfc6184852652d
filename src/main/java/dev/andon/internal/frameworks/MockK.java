package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Set;

/** MockK. */
final class MockK implements Framework {

    @Override
    public Set<String> mockAnnotations() {
        return Set.of("MockK", "RelaxedMockK");
    }

    @Override
    public Set<String> replacingMockAnnotations() {
        return Set.of("MockkBean");
    }

    @Override
    public Set<String> injectingAnnotations() {
        return Set.of("InjectMockKs", "OverrideMockKs");
    }

    @Override
    public boolean isMockLibrary(String owner) {
        return owner.startsWith("io.mockk.");
    }

    @Override
    public boolean makesMock(Call call) {
        return isMockLibrary(call.owner()) && call.name().equals("mockk");
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("io\\.mockk\\..*", "(co)?[vV]erify.*|confirmVerified.*|wasNot.*"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("io.mockk.");
    }
}
