package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.frameworks.TestUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The code that a test class uses: its own and that of its superclasses, the test helpers that it calls, and the test
 * classes that its annotations name (extensions, imported configuration).
 */
final class TestClassCode implements TestUse {

    private final Classes classes;
    private final List<ClassFacts> hierarchy;
    private final List<AnnotationFacts> annotations;
    private final List<FieldFacts> fields = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<MethodBody> bodies = new ArrayList<>();
    private final NavigableSet<String> names = new TreeSet<>();

    TestClassCode(Classes classes, ClassFacts testClass) {
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
        walk(testClass.name(), whole);
        fields.forEach(field -> names.add(field.type()));
        hierarchy.forEach(type -> names.add(type.name()));
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
    private void walk(String testClass, Set<String> whole) {
        CodeGraph graph = classes.index().graph();
        List<MethodRef> starts = new ArrayList<>();
        for (String name : whole) {
            classes.index().find(name).ifPresent(facts -> {
                fields.addAll(facts.fields());
                facts.fields().forEach(field -> helperFields(field, whole));
            });
            starts.addAll(graph.methodsOf(name));
        }
        // What overrides a helper's method in another test says nothing about this one.
        CallPolicy tests = CallPolicy.following(graph::isTest)
                .on(testClass)
                .withInitialisers()
                .directOnly();
        graph.reachable(starts, tests).forEach(reached -> read(reached.body()));
    }

    /** The fields of a rule, an extension or a page object of the user's own show what it wraps. */
    private void helperFields(FieldFacts field, Set<String> whole) {
        if (!whole.contains(field.type())) {
            ownTest(field.type()).ifPresent(helper -> fields.addAll(helper.fields()));
        }
    }

    private Optional<ClassFacts> ownTest(String name) {
        return classes.index().find(name).filter(Classes::inTests);
    }

    private void read(MethodBody body) {
        bodies.add(body);
        calls.addAll(body.calls());
        names.addAll(body.types());
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
        String first = null;
        for (String prefix : prefixes) {
            String found = names.ceiling(prefix);
            if (found != null && found.startsWith(prefix) && (first == null || found.compareTo(first) < 0)) {
                first = found;
            }
        }
        return Optional.ofNullable(first);
    }

    /** Returns the name of the class that runs. */
    String name() {
        return hierarchy.get(0).name();
    }

    /** Returns the call that starts a {@code main} of the build's production classes, if any. */
    Optional<Call> main() {
        return calls.stream()
                .filter(call -> call.name().equals("main") && call.descriptor().equals("([Ljava/lang/String;)V"))
                .filter(call -> classes.index().graph().isProduction(call.owner()))
                .findFirst();
    }

    /** Returns the string constants of the code at hand. */
    Set<String> constants() {
        return bodies.stream().flatMap(body -> body.constants().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
