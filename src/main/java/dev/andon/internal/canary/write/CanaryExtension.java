package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.record.PublishedRun;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.spi.CanaryExtensionDelegate;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a canary: injects target, client and steps, bounds every call, and publishes the run. */
public final class CanaryExtension implements CanaryExtensionDelegate {

    private static final Set<Class<?>> PARAMETERS = Set.of(CanaryTarget.class, CanaryClient.class, CanarySteps.class);

    /** Made by JUnit. */
    public CanaryExtension() {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            CanaryContext.check(context);
        } catch (CanaryConfigurationException misuse) {
            throw new ExtensionConfigurationException(misuse.getMessage());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        CanaryContext.run(context).requireTarget();
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        boundedForAll(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        boundedForAll(invocation, context);
    }

    /** Belongs to no run, and must neither hang for ever nor end JUnit by an {@link OutOfMemoryError}. */
    @SuppressWarnings("NullAway") // null is the only value of Void
    private static void boundedForAll(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        CanarySpec spec = CanaryContext.spec(context);
        Duration timeout = CanaryContext.settings(context).timeout().orElse(spec.bound());
        Duration bound = timeout.compareTo(CanarySpec.LONGEST) > 0 ? timeout : CanarySpec.LONGEST;
        try {
            BoundedExecution.run(spec.className(), Deadline.in(bound), () -> "", invocation::proceed);
        } catch (Throwable thrown) {
            throw OutOfMemoryFailure.of(thrown);
        }
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (thrown instanceof TestAbortedException nothing
                && CanaryContext.settings(context).required()) {
            throw new NoResultError(nothing);
        }
        throw thrown;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        CanaryExecution run = CanaryContext.run(context);
        if (type == CanaryTarget.class) {
            return run.target();
        }
        return type == CanaryClient.class ? run.client() : run.steps();
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> called, ExtensionContext context)
            throws Throwable {
        return context.getTestMethod().isPresent()
                ? CanaryContext.run(context).bounded(invocation::proceed)
                : invocation.proceed();
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        CanaryContext.run(context).bounded(invocation::proceed);
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
        return CanaryContext.run(context).bounded(invocation::proceed);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext called, ExtensionContext context)
            throws Throwable {
        CanaryContext.run(context).attempt(invocation::proceed);
    }

    @SuppressWarnings("NullAway") // null is the only value of Void
    private static void operation(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        CanaryContext.run(context).operation(invocation::proceed, () -> {
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
        CanaryExecution run = CanaryContext.run(context);
        run.cleanup();
        run.bounded(invocation::proceed);
    }

    /** JUnit tells no watcher about test factories: their run ends here. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (AnnotationSupport.isAnnotated(context.getTestMethod(), TestFactory.class)) {
            publish(context, context.getExecutionException().or(CanaryContext.run(context)::failure));
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        publish(context, Optional.empty());
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        publish(context, Optional.of(cause));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        publish(context, Optional.of(cause));
    }

    private static void publish(ExtensionContext context, Optional<Throwable> thrown) {
        CanaryExecution run = CanaryContext.run(context);
        PublishedRun published = new PublishedRun(run.end(thrown), run.asked(), run.operationEnded());
        context.publishReportEntry(published.toEntry());
    }
}
