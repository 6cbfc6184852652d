package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.Set;

/** Mockito, with Spring's and Quarkus' annotations that put its mocks in the place of beans. */
final class Mockito implements Framework {

    @Override
    public Set<String> mockAnnotations() {
        return Set.of("Mock", "MockitoMock");
    }

    @Override
    public Set<String> replacingMockAnnotations() {
        return Set.of("MockBean", "MockitoBean", "InjectMock");
    }

    @Override
    public Set<String> mockInjectingAnnotations() {
        return Set.of("InjectMocks");
    }

    @Override
    public boolean isMockLibrary(String owner) {
        return owner.startsWith("org.mockito.");
    }

    @Override
    public boolean makesMock(Call call) {
        return isMockLibrary(call.owner()) && call.name().equals("mock");
    }
}
