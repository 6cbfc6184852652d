package dev.andon.internal.canary.write;

import dev.andon.internal.canary.record.PublishedRun;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanaryDeclarations;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.formats.RunStart;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What JUnit's context of a canary holds: its annotation, its configuration and the run that is under way. */
final class CanaryContext {
    private static final Namespace NAMESPACE = Namespace.create(CanaryContext.class);

    private CanaryContext() {}

    /**
     * Checks annotation and configuration, before anything runs.
     *
     * @throws CanaryConfigurationException if the canary is declared or configured wrongly
     */
    static void check(ExtensionContext context) {
        spec(context);
        CanarySettings.check(System.getProperties().stringPropertyNames());
        CanarySettings.check(PlanKeys.latest());
        CanarySettings.checkVariables(System.getenv().keySet());
        CanarySettings settings = settings(context);
        ConfiguredTarget target = new ConfiguredTarget(settings, new Secrets());
        settings.timeout();
        settings.retries();
        settings.required();
        settings.mode();
        settings.scheduled();
        LogSettings.check(settings);
        connections(context, settings);
        settings.target()
                .ifPresent(uri -> ProductionGuard.check(
                        uri, target.environment(), settings, key -> System.getProperty(key) != null));
    }

    static CanarySpec spec(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        return CanaryDeclarations.of(type)
                .map(CanarySpec::of)
                .orElseThrow(() -> new CanaryConfigurationException(
                        type.getName() + " runs as a canary: annotate it with @Canary, not with its extension"));
    }

    static CanarySettings settings(ExtensionContext context) {
        return CanarySettings.of(context::getConfigurationParameter);
    }

    /** Returns the run of the test method, which begins with the first call; dynamic tests belong to that of their factory. */
    static CanaryExecution run(ExtensionContext dynamic) {
        ExtensionContext context = dynamic;
        while (context.getTestMethod().isEmpty() && context.getParent().isPresent()) {
            context = context.getParent().get();
        }
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("a canary's target, client and steps belong to one run: take them as"
                    + " parameters of the test method, of @BeforeEach or @AfterEach, or of the constructor of a class"
                    + " with one instance a method");
        }
        ExtensionContext method = context;
        return method.getStore(NAMESPACE)
                .getOrComputeIfAbsent(CanaryExecution.class, key -> begin(method), CanaryExecution.class);
    }

    private static CanaryExecution begin(ExtensionContext context) {
        CanarySettings settings = settings(context);
        CanarySpec spec = spec(context);
        SteadyClock clock = new SteadyClock();
        RunStart start = RunStarts.begin(spec, settings, context.getRequiredTestClass(), clock.start());
        context.publishReportEntry(PublishedRun.entryOf(start));
        ConnectionSettings connections = connections(context, settings);
        return new CanaryExecution(spec, settings, start, clock, connections, Clients.of(connections));
    }

    /** Reads files of certificates and keys, so once for a class. */
    private static ConnectionSettings connections(ExtensionContext context, CanarySettings settings) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        ConnectionSettings.class, key -> ConnectionSettings.of(settings), ConnectionSettings.class);
    }
}
