package dev.andon.internal.canary.run;

import dev.andon.canary.CanaryResult;
import dev.andon.canary.CanaryRunner;
import dev.andon.internal.canary.prove.DeclaredCanaries;
import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.spec.CanaryDeclarations;
import dev.andon.internal.canary.write.LogSettings;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs canaries for {@link CanaryRunner}; named in {@code META-INF/services}. */
public final class RunnerProvider implements CanaryRunner.Provider {

    /** Called by {@link java.util.ServiceLoader}. */
    public RunnerProvider() {}

    @Override
    public List<Class<?>> declaredCanaries() {
        return DeclaredCanaries.onClassPath();
    }

    @Override
    public List<CanaryResult> once(List<Class<?>> canaries, Map<String, String> parameters) {
        for (Class<?> type : canaries) {
            if (CanaryDeclarations.of(type).isEmpty()) {
                throw new IllegalArgumentException(type.getName() + " is no canary: annotate it with @Canary");
            }
        }
        RunLog log = LogSettings.log(parameters);
        CanaryInvocation invocation = new CanaryInvocation(parameters, Map.of(), log::append);
        ClientWarmUp.run();
        List<CanaryResult> results = new ArrayList<>();
        for (Class<?> type : canaries) {
            invocation.run(LoadedCanary.of(type), RunMode.ONCE, Optional.empty(), "").stream()
                    .map(RunnerProvider::result)
                    .forEach(results::add);
        }
        return List.copyOf(results);
    }

    private static CanaryResult result(RunEnd end) {
        return new CanaryResult(
                end.start().canary().name(), end.outcome(), end.reason(), end.duration(), end.traceId());
    }
}
