package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a Jupiter test has a timeout: by annotation, or by a default in the settings of its module. */
final class JupiterTimeouts {

    private static final String API = "org.junit.jupiter.api.";
    private static final String SETTINGS = "junit.jupiter.execution.timeout.";
    private static final String OF_TEMPLATES = "testtemplate.method.default";

    /** The default that is meant for one kind of test method only. */
    private static final Map<String, String> DEFAULTS = Map.of(
            API + "Test",
            "test.method.default",
            API + "RepeatedTest",
            OF_TEMPLATES,
            API + "TestTemplate",
            OF_TEMPLATES,
            "org.junit.jupiter.params.ParameterizedTest",
            OF_TEMPLATES,
            API + "TestFactory",
            "testfactory.method.default");

    /** Jupiter ignores a default in any other form. */
    private static final Pattern DURATION =
            Pattern.compile("[1-9]\\d* ?(ns|\\u03bcs|ms|s|m|h|d)?", Pattern.CASE_INSENSITIVE);

    private JupiterTimeouts() {}

    static boolean limit(DeclaredTest test) {
        List<String> defaults = test.onMethod().stream()
                .map(annotation -> DEFAULTS.get(annotation.type()))
                .filter(Objects::nonNull)
                .toList();
        boolean isJupiterTest = !defaults.isEmpty();
        boolean switchedOff = "disabled".equalsIgnoreCase(test.settings().get(SETTINGS + "mode"));
        return isJupiterTest && !switchedOff && (isAnnotated(test) || hasDefault(defaults, test.settings()));
    }

    private static boolean isAnnotated(DeclaredTest test) {
        return Stream.concat(test.onMethod().stream(), test.onClasses().stream())
                .map(AnnotationFacts::type)
                .anyMatch((API + "Timeout")::equals);
    }

    private static boolean hasDefault(List<String> ofKind, Map<String, String> settings) {
        return Stream.concat(ofKind.stream(), Stream.of("testable.method.default", "default"))
                .anyMatch(key -> isDuration(settings.get(SETTINGS + key)));
    }

    private static boolean isDuration(@Nullable String written) {
        return written != null && DURATION.matcher(written.strip()).matches();
    }
}
