package dev.andon.internal.evidence.coverage;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Reports to the attribution of coverage when a test class has been set up: before its {@code @BeforeAll} methods, and before
 * the first {@code @BeforeEach} method or test. Jupiter registers this extension before all others, so its callbacks come
 * after the creation of the test instance, with which frameworks start the application, and before the test's own code.
 *
 * <p>Does nothing for classes without extensions, which nothing sets up, nor where no coverage is attributed.
 */
public final class SetUpExtension implements BeforeEachCallback, InvocationInterceptor {

    // Computed once, since it is needed before each test.
    private static final ClassValue<Boolean> HAS_EXTENSIONS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> testClass) {
            return findExtensions(testClass);
        }
    };

    /** Called by Jupiter. */
    public SetUpExtension() {}

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        tell(context, Attribution::setUpEnded);
        try {
            invocation.proceed();
        } finally {
            tell(context, Attribution::codeOfClassEnded);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        tell(context, Attribution::testBegins);
    }

    private static void tell(ExtensionContext context, Consumer<Attribution> event) {
        Attribution attribution = AttributionListener.ofThisJvm();
        if (attribution != null && hasExtensions(context.getRequiredTestClass())) {
            event.accept(attribution);
        }
    }

    private static boolean hasExtensions(Class<?> testClass) {
        return HAS_EXTENSIONS.get(testClass);
    }

    private static boolean findExtensions(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            if (!AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class)
                            .isEmpty()
                    || !AnnotationSupport.findAnnotatedFields(type, RegisterExtension.class, SetUpExtension::any)
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(Field field) {
        return true;
    }
}
