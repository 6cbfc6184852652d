package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
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
    public boolean isMockLibrary(String owner) {
        return owner.startsWith("io.mockk.");
    }

    @Override
    public boolean makesMock(Call call) {
        return isMockLibrary(call.owner()) && call.name().equals("mockk");
    }
}
