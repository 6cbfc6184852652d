package dev.andon.internal.spi;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** The extension that {@code @OperationalReadiness} names. */
public final class DelegatingReadinessExtension implements BeforeAllCallback, ParameterResolver, InvocationInterceptor {
    private final ReadinessExtensionDelegate delegate = Providers.find(ReadinessExtensionDelegate.class);

    /** Called by JUnit. */
    public DelegatingReadinessExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        delegate.beforeAll(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return delegate.supportsParameter(parameter, context);
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return delegate.resolveParameter(parameter, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> factory, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        return delegate.interceptTestFactoryMethod(factory, call, context);
    }
}
