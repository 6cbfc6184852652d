package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.frameworks.TestUse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test class has at hand: its own code and that of its superclasses, the helpers among the test classes that it
 * calls, and the test classes that its annotations name (extensions, imported configuration).
 */
final class Reach implements TestUse {

    private final Classes classes;
    private final List<ClassFacts> hierarchy;
    private final List<AnnotationFacts> annotations;
    private final List<FieldFacts> fields = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<MethodBody> bodies = new ArrayList<>();
    private final Set<String> types = new LinkedHashSet<>();

    Reach(Classes classes, ClassFacts testClass) {
        this.classes = classes;
        this.hierarchy = classes.hierarchy(testClass);
        this.annotations = classes.resolvedWithSuperTypes(testClass);
        Set<String> named = new LinkedHashSet<>();
        annotations.forEach(annotation -> named(annotation.values().values(), named));
        named.removeIf(name -> ownTest(name).isEmpty());
        Set<String> whole = new LinkedHashSet<>();
        // A superclass may be test support that another module keeps among its production classes.
        hierarchy.stream().filter(type -> type.root() != null).forEach(type -> whole.add(type.name()));
        whole.addAll(named);
        walk(whole);
        fields.forEach(field -> types.add(field.type()));
    }

    private static void named(Iterable<?> values, Set<String> names) {
        for (Object value : values) {
            if (value instanceof TypeName type) {
                names.add(type.name());
            } else if (value instanceof List<?> list) {
                named(list, names);
            }
        }
    }

    /** Classes at the start are taken whole; further ones only as far as their methods are called. */
    private void walk(Set<String> whole) {
        Set<Call> seen = new HashSet<>();
        Deque<Call> open = new ArrayDeque<>();
        for (String name : whole) {
            classes.index().find(name).ifPresent(facts -> {
                fields.addAll(facts.fields());
                facts.fields().forEach(field -> helperFields(field, whole));
            });
            classes.index().bodies(name).values().forEach(body -> read(body, open));
        }
        while (!open.isEmpty()) {
            Call call = open.remove();
            if (!whole.contains(call.owner())
                    && seen.add(keyed(call))
                    && ownTest(call.owner()).isPresent()) {
                MethodBody body = classes.index().bodies(call.owner()).get(MethodKey.of(call));
                if (body != null) {
                    read(body, open);
                }
            }
        }
    }

    /** The fields of a rule, an extension or a page object of the user's own tell what it wraps. */
    private void helperFields(FieldFacts field, Set<String> whole) {
        if (!whole.contains(field.type())) {
            ownTest(field.type()).ifPresent(helper -> fields.addAll(helper.fields()));
        }
    }

    private Optional<ClassFacts> ownTest(String name) {
        return classes.index().find(name).filter(Classes::inTests);
    }

    private static Call keyed(Call call) {
        return new Call(call.owner(), call.name(), call.descriptor(), 0);
    }

    private void read(MethodBody body, Deque<Call> open) {
        bodies.add(body);
        calls.addAll(body.calls());
        types.addAll(body.types());
        open.addAll(body.calls());
        // Whatever a class holds in static fields is made when the class is first used.
        body.types().forEach(type -> open.add(new Call(type, "<clinit>", "()V", 0)));
    }

    @Override
    public List<AnnotationFacts> annotations() {
        return annotations;
    }

    @Override
    public List<FieldFacts> fields() {
        return fields;
    }

    @Override
    public List<Call> calls() {
        return calls;
    }

    @Override
    public List<MethodBody> bodies() {
        return bodies;
    }

    @Override
    public Optional<String> names(String... prefixes) {
        return Stream.concat(types.stream(), hierarchy.stream().map(ClassFacts::name))
                .filter(type -> Stream.of(prefixes).anyMatch(type::startsWith))
                .sorted()
                .findFirst();
    }

    /** Returns the call that starts a {@code main} of the build's production classes, if any. */
    Optional<Call> main() {
        return calls.stream()
                .filter(call -> call.name().equals("main") && call.descriptor().equals("([Ljava/lang/String;)V"))
                .filter(call -> classes.index()
                        .find(call.owner())
                        .filter(owner -> owner.root() != null && !Classes.inTests(owner))
                        .isPresent())
                .findFirst();
    }

    /** Returns the string constants of the code at hand. */
    Set<String> constants() {
        return bodies.stream().flatMap(body -> body.constants().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
