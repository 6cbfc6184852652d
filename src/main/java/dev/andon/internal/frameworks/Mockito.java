package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Set;

/** Mockito, with Spring's and Quarkus' annotations that put its mocks in the place of beans. */
final class Mockito implements Framework {

    @Override
    public Set<String> mockAnnotations() {
        return Set.of("Mock", "MockitoMock");
    }

    @Override
    public Set<String> replacingMockAnnotations() {
        return Set.of("MockBean", "MockBeans", "MockitoBean", "MockitoBeans", "InjectMock");
    }

    @Override
    public Set<String> injectingAnnotations() {
        return Set.of("InjectMocks");
    }

    @Override
    public boolean isMockLibrary(String owner) {
        return owner.startsWith("org.mockito.");
    }

    @Override
    public boolean stubs(Call call) {
        return isMockLibrary(call.owner()) && call.name().matches("when|given");
    }

    @Override
    public boolean makesMock(Call call) {
        return isMockLibrary(call.owner()) && call.name().equals("mock");
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("org\\.mockito\\.(Mockito|BDDMockito|InOrder|MockedStatic|kotlin\\..*)", "verify.*"),
                CallRule.of("org\\.mockito\\.(internal|verification)\\..*", "verify.*"),
                CallRule.of("org\\.mockito\\.BDDMockito\\$Then|org\\.mockito\\.kotlin\\..*", "should.*"),
                CallRule.of("com\\.nhaarman\\.mockito_?kotlin2?\\..*", "verify.*"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.mockito.");
    }
}
