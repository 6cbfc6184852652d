package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.text.ClassNames;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a test replaces what the service needs by mocks. */
final class MockUse {

    private MockUse() {}

    /** A mock that is only declared replaces nothing: a framework, a constructor or a setter must take it. */
    static boolean mocksAreInjected(TestUse test) {
        if (test.fields().stream()
                .anyMatch(field -> has(field, Framework::replacingMockAnnotations)
                        || has(field, Framework::mockInjectingAnnotations))) {
            return true;
        }
        Set<String> mocked = Stream.concat(
                        test.fields().stream()
                                .filter(field -> has(field, Framework::mockAnnotations))
                                .map(FieldFacts::type),
                        test.bodies().stream()
                                .filter(body -> body.calls().stream()
                                        .anyMatch(call -> Frameworks.any(framework -> framework.makesMock(call))))
                                .flatMap(body -> body.types().stream()))
                .map(type -> "L" + type.replace('.', '/') + ";")
                .collect(Collectors.toUnmodifiableSet());
        return test.calls().stream()
                .filter(call -> call.name().equals("<init>") || call.name().startsWith("set"))
                .anyMatch(call -> mocked.stream().anyMatch(call.descriptor()::contains));
    }

    private static boolean has(FieldFacts field, Function<Framework, Set<String>> simpleNames) {
        return field.annotations().stream()
                .map(annotation -> ClassNames.simpleName(annotation.type()))
                .anyMatch(name ->
                        Frameworks.any(framework -> simpleNames.apply(framework).contains(name)));
    }
}
