package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A class together with its supertypes and the annotations that apply to it. */
public final class ClassView {

    private final CodeIndex index;
    private final List<ClassFacts> hierarchy;
    private final Set<String> annotations = new LinkedHashSet<>();

    /**
     * Makes the view of a class.
     *
     * @param index where supertypes and meta-annotations are looked up
     * @param hierarchy the class, then its superclasses, nearest first, then its interfaces
     */
    public ClassView(CodeIndex index, List<ClassFacts> hierarchy) {
        this.index = index;
        this.hierarchy = hierarchy;
        hierarchy.forEach(type -> annotations.addAll(index.annotationTypes(type.annotations())));
    }

    /** Returns the class itself. */
    public ClassFacts facts() {
        return hierarchy.get(0);
    }

    /** Returns the class, then its superclasses, nearest first, then its interfaces. */
    public List<ClassFacts> hierarchy() {
        return hierarchy;
    }

    /** Returns the names of the superclasses and interfaces, also of those whose class file is not known. */
    public Set<String> superTypes() {
        return index.superTypes(facts().name());
    }

    /** Returns whether the class is one of these types or a subtype of one. */
    public boolean isA(Set<String> types) {
        return types.contains(facts().name()) || containsAny(superTypes(), types);
    }

    /** Returns the names of the annotations of the class and its supertypes, meta-annotations included. */
    public Set<String> annotations() {
        return annotations;
    }

    /** Returns whether the class or a supertype carries one of these annotations, directly or as a meta-annotation. */
    public boolean isAnnotated(Set<String> types) {
        return containsAny(annotations, types);
    }

    /** Returns the names of one type's own annotations, meta-annotations included. */
    public Set<String> annotationsOf(ClassFacts type) {
        return index.annotationTypes(type.annotations());
    }

    /** Returns the names of a method's annotations, meta-annotations included. */
    public Set<String> annotationsOf(MethodFacts method) {
        return method.annotations().isEmpty() ? Set.of() : index.annotationTypes(method.annotations());
    }

    /** Returns whether the name is that of a class of the build, and not of a library. */
    public boolean isOfBuild(String name) {
        return index.find(name).map(ClassFacts::root).isPresent();
    }

    /** Returns the types of libraries that the class, or a class or interface of the build above it, names as supertypes. */
    Set<String> libraryTypes() {
        Set<String> types = new LinkedHashSet<>();
        for (ClassFacts type : hierarchy) {
            if (type.root() != null) {
                Stream.concat(Stream.ofNullable(type.superName()), type.interfaces().stream())
                        .filter(name -> !isOfBuild(name))
                        .forEach(types::add);
            }
        }
        return types;
    }

    /** Returns the annotations of the class, its superclasses and their methods, meta-annotations included. */
    Set<String> writtenAnnotations() {
        Set<String> written = new LinkedHashSet<>();
        for (ClassFacts type : hierarchy) {
            if (!type.isInterface()) {
                written.addAll(annotationsOf(type));
                type.methods().forEach(method -> written.addAll(annotationsOf(method)));
            }
        }
        return written;
    }

    /** Returns whether an annotation is of a type, or of one that carries it as a meta-annotation. */
    boolean isMetaAnnotated(AnnotationFacts annotation, String type) {
        return index.annotationTypes(List.of(annotation)).contains(type);
    }

    private static boolean containsAny(Set<String> names, Set<String> wanted) {
        for (String name : names) {
            if (wanted.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
