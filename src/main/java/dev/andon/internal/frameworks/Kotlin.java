package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.Step;
import java.util.List;
import java.util.Set;

/** Kotlin's standard library, and kotlin.test. */
final class Kotlin implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("kotlin\\.test\\..*", "assert.*|fail|expect|checkResultIsFailure"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("kotlin.test.");
    }

    @Override
    public List<String> productionPackages() {
        return List.of("kotlin.", "kotlinx.");
    }

    @Override
    public boolean isAssertStatement(Step.Read read) {
        return read.owner().equals("kotlin._Assertions");
    }

    /** {@code Foo::class}. */
    @Override
    public boolean wrapsClassLiteral(Call call) {
        return call.owner().equals("kotlin.jvm.internal.Reflection");
    }

    @Override
    public List<String> canaryPackages() {
        return List.of("kotlin.");
    }

    @Override
    public List<String> dataPackages() {
        return List.of("kotlin.jvm.", "kotlin.Metadata");
    }

    @Override
    public Set<String> deferredTypes() {
        return Set.of("kotlinx.coroutines.flow.Flow", "kotlin.sequences.Sequence");
    }
}
