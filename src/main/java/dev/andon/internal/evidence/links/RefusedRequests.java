package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises tests that only expect requests to be refused: what refuses them may stand before the service. */
final class RefusedRequests {

    private RefusedRequests() {}

    /** Returns the names of the test methods that expect a refusal, and no other status. */
    static Set<String> of(TestClass testClass, ValueFlow flow) {
        Map<String, Boolean> all = new HashMap<>();
        for (TestMethod method : testClass.methods()) {
            MethodKey key = new MethodKey(method.name(), method.descriptor());
            List<Effect> code = flow.effects(new ValueFlow.Target(method.declaredIn(), key, Frame.of(method.runsIn())));
            all.merge(method.name(), areAll(code), Boolean::logicalAnd);
        }
        all.values().removeIf(refused -> !refused);
        return all.keySet();
    }

    private static boolean areAll(List<Effect> test) {
        List<Boolean> expected = test.stream()
                .filter(Effect.Called.class::isInstance)
                .map(effect -> ((Effect.Called) effect).result())
                .map(RefusedRequests::isRefusal)
                .flatMap(Optional::stream)
                .toList();
        return !expected.isEmpty() && !expected.contains(false);
    }

    private static Optional<Boolean> isRefusal(Value.Result result) {
        return Frameworks.first(Framework::expectsRefusal, result);
    }
}
