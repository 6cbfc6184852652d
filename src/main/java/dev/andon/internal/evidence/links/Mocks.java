package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells mocks from the real thing. A spy is the real thing. */
final class Mocks {

    /** These put the mock into the place of the bean, so that no request reaches the real one. */
    private static final Set<String> REPLACING = Set.of("MockBean", "MockitoBean", "MockkBean", "InjectMock");

    private static final Set<String> PLAIN = Set.of("Mock", "MockK", "RelaxedMockK", "Mocked", "MockitoMock");
    private static final Set<String> MAKING =
            Set.of("mock", "mockk", "createMock", "createNiceMock", "createStrictMock", "niceMock", "strictMock");

    private final Code code;

    Mocks(Code code) {
        this.code = code;
    }

    static boolean isReplacing(AnnotationFacts annotation) {
        return REPLACING.contains(Requests.simpleName(annotation.type()));
    }

    static boolean isMock(List<AnnotationFacts> annotations) {
        return annotations.stream()
                .anyMatch(annotation ->
                        isReplacing(annotation) || PLAIN.contains(Requests.simpleName(annotation.type())));
    }

    /** Returns the types of a class's fields and parameters that are mocks; with that, only those that replace beans. */
    static Set<String> declared(ClassFacts facts, boolean replacing) {
        Set<String> types = new LinkedHashSet<>();
        for (FieldFacts field : facts.fields()) {
            boolean counts =
                    replacing ? field.annotations().stream().anyMatch(Mocks::isReplacing) : isMock(field.annotations());
            if (counts) {
                types.add(field.type());
            }
        }
        for (AnnotationFacts annotation : facts.annotations()) {
            if (isReplacing(annotation)) {
                annotation.values().values().forEach(value -> named(value, types));
            }
        }
        for (MethodFacts method : facts.methods()) {
            List<String> parameters = MethodKey.of(method).parameterTypes();
            List<List<AnnotationFacts>> annotated = method.parameterAnnotations();
            for (int i = 0; !replacing && i < annotated.size() && i < parameters.size(); i++) {
                if (isMock(annotated.get(i))) {
                    types.add(parameters.get(i));
                }
            }
        }
        return types;
    }

    private static void named(Object value, Set<String> types) {
        if (value instanceof AnnotationFacts.TypeName type) {
            types.add(type.name());
        } else if (value instanceof List<?> list) {
            list.forEach(one -> named(one, types));
        }
    }

    private static boolean isMaking(Value.Result result) {
        String owner = result.call().owner();
        return (owner.startsWith("org.mockito.") || owner.startsWith("io.mockk.") || owner.startsWith("org.easymock."))
                && MAKING.contains(result.call().name());
    }

    /** Returns the type that a call makes a mock of. */
    static Optional<String> made(Value.Result result, Frame frame) {
        return isMaking(result)
                ? result.arguments().stream()
                        .map(Mocks::literal)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> literal(Value value) {
        if (value instanceof Value.Literal literal) {
            return Optional.of(literal.type());
        }
        if (value instanceof Value.Array array && !array.type().equals("java.lang.Object")) {
            return Optional.of(array.type());
        }
        return value instanceof Value.Result result
                        && result.call().owner().equals("kotlin.jvm.internal.Reflection")
                        && !result.arguments().isEmpty()
                ? literal(result.arguments().get(0))
                : Optional.empty();
    }

    /** Returns whether a value is a mock, or a mock library's word about one. */
    boolean isMock(Bound bound) {
        return isMock(bound, 8);
    }

    private boolean isMock(Bound bound, int depth) {
        if (depth == 0) {
            return false;
        }
        Frame in = bound.in();
        if (bound.value() instanceof Value.Field field) {
            Optional<FieldFacts> facts = code.field(field.owner(), field.name());
            return facts.filter(found -> isMock(found.annotations())).isPresent()
                    || code.written(field, in, 4).stream().limit(4).anyMatch(value -> isMock(value, depth - 1));
        }
        if (bound.value() instanceof Value.Parameter parameter) {
            return parameter.index() < in.arguments().size()
                    && isMock(in.arguments().get(parameter.index()), depth - 1);
        }
        if (bound.value() instanceof Value.Result result) {
            String owner = result.call().owner();
            boolean library = owner.startsWith("org.mockito.")
                    || owner.startsWith("io.mockk.")
                    || owner.startsWith("org.easymock.");
            return (library && !result.call().name().startsWith("spy"))
                    || code.returned(result, in, 4).stream().limit(4).anyMatch(value -> isMock(value, depth - 1));
        }
        return false;
    }
}
