package dev.andon.internal.spi;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What the extension of a readiness class does. */
public interface ReadinessExtensionDelegate extends BeforeAllCallback, ParameterResolver, InvocationInterceptor {}
