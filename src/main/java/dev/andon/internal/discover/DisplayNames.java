package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names by which reports may call test classes and test methods: their own, those written on them, and those made of them. */
public final class DisplayNames {

    private final CodeIndex index;

    public DisplayNames(CodeIndex index) {
        this.index = index;
    }

    /** Returns the names of a class without the classes around it. */
    public Set<String> ofClass(String className) {
        return names(
                ClassNames.simpleName(className),
                index.find(className).map(ClassFacts::annotations).orElse(List.of()));
    }

    /** Returns the names of a method without its parameters. */
    public Set<String> of(TestMethod method) {
        MethodKey key = new MethodKey(method.name(), method.descriptor());
        return names(
                method.name(),
                index.find(method.declaredIn()).stream()
                        .flatMap(type -> type.methods().stream())
                        .filter(written -> MethodKey.of(written).equals(key))
                        .flatMap(written -> written.annotations().stream())
                        .toList());
    }

    private static Set<String> names(String name, List<AnnotationFacts> annotations) {
        Set<String> names = new LinkedHashSet<>();
        names.add(name);
        names.add(name.replace('_', ' '));
        annotations.forEach(annotation ->
                Frameworks.first(Framework::displayName, annotation).ifPresent(names::add));
        return names;
    }
}
