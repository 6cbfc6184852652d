package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Step;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Distinguishes mocks from real objects. A spy counts as real. */
final class Mocks {

    /** These replace the bean with the mock, so that no request reaches the real bean. */
    private static final Set<String> REPLACING = Frameworks.union(Framework::replacingMockAnnotations);

    private static final Set<String> INJECTING = Frameworks.union(Framework::injectingAnnotations);

    /** Methods that read fields by their names, those of Spring and Apache Commons included. */
    private static final Set<String> REFLECTING =
            Set.of("getDeclaredField", "getDeclaredFields", "getField", "readField", "readDeclaredField");

    private static final Set<String> PLAIN = Frameworks.union(Framework::mockAnnotations);

    private final ValueFlow flow;

    Mocks(ValueFlow flow) {
        this.flow = flow;
    }

    static boolean isReplacing(AnnotationFacts annotation) {
        return REPLACING.contains(Requests.simpleName(annotation.type()));
    }

    static boolean isMock(List<AnnotationFacts> annotations) {
        return annotations.stream()
                .anyMatch(annotation ->
                        isReplacing(annotation) || PLAIN.contains(Requests.simpleName(annotation.type())));
    }

    /** Returns the types of the mocks that a class puts in the place of beans. */
    static Set<String> replacing(ClassFacts facts) {
        Set<String> types = new LinkedHashSet<>();
        facts.fields().stream()
                .filter(field -> field.annotations().stream().anyMatch(Mocks::isReplacing))
                .forEach(field -> types.add(field.type()));
        facts.annotations().stream()
                .filter(Mocks::isReplacing)
                .forEach(annotation -> annotation.types().forEach(types::add));
        return types;
    }

    /** Returns the types of a class's fields and parameters that are mocks, but for fields that nothing uses. */
    Set<String> declared(ClassFacts facts) {
        Set<String> types = replacing(facts);
        facts.fields().stream()
                .filter(field -> isMock(field.annotations()) && isUsed(field, facts))
                .forEach(field -> types.add(field.type()));
        facts.methods().stream()
                .filter(method -> method.parameterAnnotations().stream().anyMatch(Mocks::isMock))
                .forEach(method -> addMockParameters(method, types));
        return types;
    }

    /** A mock that no code reads, that nothing injects and that only a library of mocks knows stands in for nothing. */
    private boolean isUsed(FieldFacts field, ClassFacts facts) {
        return (field.access() & Opcodes.ACC_PRIVATE) == 0
                || !field.annotations().stream().allMatch(annotation -> isMock(List.of(annotation)))
                || family(facts).anyMatch(Mocks::injects)
                || reads(facts.name(), field, facts.name(), new HashSet<>());
    }

    /** The class with those above and below it, one of which is the test that runs. */
    private Stream<ClassFacts> family(ClassFacts facts) {
        return Stream.concat(
                flow.graph().ownSuperClasses(facts.name()).stream(),
                flow.graph().subTypes(facts.name()).stream().flatMap(type -> flow.graph().index().find(type).stream()));
    }

    private static boolean injects(ClassFacts facts) {
        return facts.fields().stream()
                .flatMap(field -> field.annotations().stream())
                .anyMatch(annotation -> INJECTING.contains(Requests.simpleName(annotation.type())));
    }

    /** Nested classes read private fields too, and reflection may read any. */
    private boolean reads(String type, FieldFacts field, String owner, Set<String> seen) {
        if (!seen.add(type)) {
            return false;
        }
        Set<String> nested = new HashSet<>();
        flow.graph().members(type).forEach(member -> nested.add(member.name()));
        for (MethodBody body : flow.methods(type).values()) {
            if (body.steps().stream().anyMatch(step -> reads(step, owner, field.name()))
                    || body.calls().stream().anyMatch(call -> REFLECTING.contains(call.name()))) {
                return true;
            }
            body.types().stream().filter(named -> named.startsWith(owner + "$")).forEach(nested::add);
        }
        return nested.stream().anyMatch(each -> reads(each, field, owner, seen));
    }

    private static boolean reads(Step step, String owner, String field) {
        return step instanceof Step.Read read
                && read.owner().equals(owner)
                && read.name().equals(field);
    }

    private static void addMockParameters(MethodFacts method, Set<String> types) {
        List<String> parameters = MethodKey.of(method).parameterTypes();
        List<List<AnnotationFacts>> annotated = method.parameterAnnotations();
        for (int i = 0; i < annotated.size() && i < parameters.size(); i++) {
            if (isMock(annotated.get(i))) {
                types.add(parameters.get(i));
            }
        }
    }

    /** Returns the type that a call mocks. */
    static Optional<String> made(Value.Result result, Frame frame) {
        return Frameworks.any(Framework::makesMock, result.call())
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
                        && Frameworks.any(Framework::wrapsClassLiteral, result.call())
                        && !result.arguments().isEmpty()
                ? literal(result.arguments().get(0))
                : Optional.empty();
    }

    /** Returns whether a value is a mock, or comes from a mocking library. */
    boolean isMock(Bound bound) {
        return isMock(bound, flow.graph().limits().valueSteps());
    }

    private boolean isMock(Bound bound, int depth) {
        if (depth == 0) {
            flow.graph().cutOff(bound.in().thisClass(), flow.graph().limits().valueSteps() + " steps of a value");
            return false;
        }
        Frame in = bound.in();
        if (bound.value() instanceof Value.Field field) {
            Optional<FieldFacts> facts = flow.graph().field(field.owner(), field.name());
            return facts.filter(found -> isMock(found.annotations())).isPresent()
                    || flow.written(field, in).stream().anyMatch(value -> isMock(value, depth - 1));
        }
        if (bound.value() instanceof Value.Parameter parameter) {
            return parameter.index() < in.arguments().size()
                    && isMock(in.arguments().get(parameter.index()), depth - 1);
        }
        if (bound.value() instanceof Value.Result result) {
            String owner = result.call().owner();
            return (Frameworks.any(Framework::isMockLibrary, owner)
                            && !result.call().name().startsWith("spy"))
                    || flow.returned(result, in).stream().anyMatch(value -> isMock(value, depth - 1));
        }
        return false;
    }
}
