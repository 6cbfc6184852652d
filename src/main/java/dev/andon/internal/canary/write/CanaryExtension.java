package dev.andon.internal.canary.write;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.record.PlanKeys;
import dev.andon.internal.canary.record.PublishedRun;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.spi.CanaryExtensionDelegate;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a canary: gives them target, client and steps, bounds every piece, and tells the outcome. */
public final class CanaryExtension implements CanaryExtensionDelegate {

    private static final Namespace NAMESPACE = Namespace.create(CanaryExtension.class);
    private static final Set<Class<?>> GIVEN = Set.of(CanaryTarget.class, CanaryClient.class, CanarySteps.class);

    /** Made by JUnit. */
    public CanaryExtension() {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        checked(() -> {
            spec(context);
            CanarySettings.check(System.getProperties().stringPropertyNames());
            CanarySettings.check(PlanKeys.latest());
            CanarySettings.checkVariables(System.getenv().keySet());
            CanarySettings settings = settings(context);
            ConfiguredTarget target = new ConfiguredTarget(settings, new Secrets());
            settings.timeout();
            settings.retries();
            settings.required();
            settings.target()
                    .ifPresent(uri -> ProductionGuard.check(
                            uri, target.environment(), settings, key -> System.getProperty(key) != null));
        });
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        run(context).needTarget();
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (thrown instanceof TestAbortedException nothing && settings(context).required()) {
            throw new NoResultError(nothing);
        }
        throw thrown;
    }

    /** Misuse is told in JUnit's own way. */
    private static void checked(Runnable check) {
        try {
            check.run();
        } catch (CanaryConfigurationException misuse) {
            throw new ExtensionConfigurationException(misuse.getMessage());
        }
    }

    private static CanarySpec spec(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            Optional<Canary> found = AnnotationSupport.findAnnotation(outer, Canary.class);
            if (found.isPresent()) {
                return CanarySpec.of(written(outer, found.get()));
            }
        }
        throw new CanaryConfigurationException(
                type.getName() + " runs as a canary: annotate it with @Canary, not with its extension");
    }

    private static CanaryDeclaration written(Class<?> type, Canary canary) {
        return new CanaryDeclaration(
                type.getName(),
                canary.name(),
                canary.operation(),
                canary.route(),
                canary.every(),
                canary.timeout(),
                canary.degradedAfter(),
                canary.owner(),
                canary.runbook(),
                canary.tolerance(),
                canary.retries());
    }

    private static CanarySettings settings(ExtensionContext context) {
        return new CanarySettings(context::getConfigurationParameter, name -> Optional.ofNullable(System.getenv(name)));
    }

    private static CanaryExecution run(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("a canary's target, client and steps belong to one run: take them as"
                    + " parameters of the test method, of @BeforeEach or @AfterEach, or of the constructor of a class"
                    + " with one instance a method");
        }
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(CanaryExecution.class, key -> begin(context), CanaryExecution.class);
    }

    private static CanaryExecution begin(ExtensionContext context) {
        CanarySettings settings = settings(context);
        String version = settings.value(CanarySettings.VERSION)
                .or(() -> Optional.ofNullable(
                        context.getRequiredTestClass().getPackage().getImplementationVersion()))
                .orElse("dev");
        return new CanaryExecution(spec(context), settings, version, Clock.systemUTC(), Clients.usual());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return GIVEN.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        CanaryExecution run = run(context);
        if (type == CanaryTarget.class) {
            return run.target();
        }
        return type == CanaryClient.class ? run.client() : run.steps();
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> called, ExtensionContext context)
            throws Throwable {
        return context.getTestMethod().isPresent() ? run(context).bounded(invocation::proceed) : invocation.proceed();
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        run(context).bounded(invocation::proceed);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        operation(invocation, called, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        operation(invocation, called, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        return run(context).bounded(invocation::proceed);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext called, ExtensionContext context)
            throws Throwable {
        run(context).bounded(invocation::proceed);
    }

    private static void operation(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        run(context).operation(invocation::proceed, () -> {
            ReflectionSupport.invokeMethod(
                    called.getExecutable(),
                    called.getTarget().orElse(null),
                    called.getArguments().toArray());
            return null;
        });
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        CanaryExecution run = run(context);
        run.cleanup();
        run.bounded(invocation::proceed);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        tell(context, Optional.empty());
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        tell(context, Optional.of(cause));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        tell(context, Optional.of(cause));
    }

    private static void tell(ExtensionContext context, Optional<Throwable> thrown) {
        CanaryExecution run = run(context);
        boolean onlyCleanupFailed = thrown.filter(run::onlyCleanupFailed).isPresent();
        PublishedRun published = new PublishedRun(run.end(thrown), run.asked(), onlyCleanupFailed);
        context.publishReportEntry(published.toEntry());
    }
}
