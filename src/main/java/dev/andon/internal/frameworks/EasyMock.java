package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Set;

/** EasyMock. */
final class EasyMock implements Framework {

    private static final Set<String> MAKING =
            Set.of("mock", "createMock", "createNiceMock", "createStrictMock", "niceMock", "strictMock");

    @Override
    public Set<String> injectingAnnotations() {
        return Set.of("TestSubject");
    }

    @Override
    public boolean isMockLibrary(String owner) {
        return owner.startsWith("org.easymock.");
    }

    @Override
    public boolean makesMock(Call call) {
        return isMockLibrary(call.owner()) && MAKING.contains(call.name());
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("org\\.easymock\\..*", "verify.*"));
    }
}
