package dev.andon.internal.bytecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * All classes of a build, as facts. Declarations are read once, at the start; code, and classes of others, when first
 * asked for. Safe for use by several threads.
 */
public final class CodeIndex {

    /** How many levels of supertypes and of subtypes are followed; what people and generators write has a dozen. */
    static final int DEEPEST_HIERARCHY = 200;

    private static final String OBJECT = "java.lang.Object";

    private final List<ClassFacts> classes;
    private final Map<String, ClassFacts> byName;
    /** Only where a class file does not lie where its class's name says. */
    private final Map<String, String> oddEntries;

    private final CopyOnWriteArrayList<UnreadableClass> unreadable;
    private final ClassSource outside;
    private final StringPool names;
    private final Map<String, Optional<ClassFacts>> foundOutside = new ConcurrentHashMap<>();
    private final Map<String, Map<MethodKey, MethodBody>> bodies = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> superTypes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> annotationTypes = new ConcurrentHashMap<>();
    private final AtomicBoolean tooDeep;
    /** What the other index has read counts here, but for the classes of these names. */
    private final @Nullable CodeIndex base;

    private final Set<String> replaced;
    private volatile @Nullable CodeGraph graph;

    private CodeIndex(Scan scan, ClassSource outside) {
        scan.classes.sort(Comparator.comparing(ClassFacts::name));
        this.classes = List.copyOf(scan.classes);
        this.oddEntries = scan.oddEntries;
        this.unreadable = new CopyOnWriteArrayList<>(scan.unreadable);
        this.names = scan.names;
        this.outside = outside;
        this.byName = new HashMap<>();
        // The sort is stable: of duplicate names in two roots, the class of the root that was named first is found.
        classes.forEach(facts -> byName.putIfAbsent(facts.name(), facts));
        this.tooDeep = new AtomicBoolean();
        this.base = null;
        this.replaced = Set.of();
    }

    private CodeIndex(CodeIndex base, Map<String, ClassFacts> chosen) {
        this.classes = base.classes;
        this.oddEntries = base.oddEntries;
        this.unreadable = base.unreadable;
        this.names = base.names;
        this.outside = base.outside;
        this.byName = new HashMap<>(base.byName);
        this.byName.putAll(chosen);
        this.tooDeep = base.tooDeep;
        this.base = base;
        this.replaced = Set.copyOf(chosen.keySet());
    }

    /**
     * Reads the declarations of all classes of the roots. A root that does not exist holds none.
     *
     * @param roots the folders and jars of the build, the most important first
     * @param outside where supertypes and annotations of others are looked up
     */
    public static CodeIndex of(List<ClassRoot> roots, ClassSource outside) {
        Scan scan = new Scan();
        roots.forEach(scan::read);
        return new CodeIndex(scan, outside);
    }

    /** Returns the classes of the roots, sorted by name; duplicate names in two modules are both here. */
    public Collection<ClassFacts> classes() {
        return classes;
    }

    /**
     * Returns the same classes, of which others of equal names are found: those that stand first on another class path.
     *
     * @param chosen the classes of the roots to find, by their names
     */
    public CodeIndex finding(Map<String, ClassFacts> chosen) {
        Map<String, ClassFacts> others = new HashMap<>(chosen);
        others.entrySet().removeIf(entry -> entry.getValue().equals(byName.get(entry.getKey())));
        return others.isEmpty() ? this : new CodeIndex(this, others);
    }

    /** Returns the class of that name: from the roots, else from outside. */
    public Optional<ClassFacts> find(String name) {
        ClassFacts own = byName.get(name);
        if (own != null) {
            return Optional.of(own);
        }
        return base != null ? base.find(name) : foundOutside.computeIfAbsent(name, this::readOutside);
    }

    private Optional<ClassFacts> readOutside(String name) {
        try {
            return outside.bytes(name).map(bytes -> ClassDeclarationReader.read(ClassFile.reader(bytes), names, null));
        } catch (RuntimeException damaged) {
            // A library's class that cannot be read counts as missing from the class path.
            return Optional.empty();
        }
    }

    /** Returns the graph of these classes. */
    public CodeGraph graph() {
        CodeGraph known = graph;
        if (known == null) {
            synchronized (classes) {
                known = graph;
                if (known == null) {
                    known = new CodeGraph(this, Limits.DEFAULT);
                    graph = known;
                }
            }
        }
        return known;
    }

    /** Returns the bodies of a class's methods, whether the class is one of the roots or comes from outside. */
    public Map<MethodKey, MethodBody> code(String className) {
        if (base != null && !replaced.contains(className)) {
            return base.code(className);
        }
        if (byName.containsKey(className)) {
            return bodies(className);
        }
        Map<MethodKey, MethodBody> known = bodies.get(className);
        if (known == null) {
            known = readCodeOutside(className);
            bodies.put(className, known);
        }
        return known;
    }

    private Map<MethodKey, MethodBody> readCodeOutside(String className) {
        try {
            return outside.bytes(className)
                    .map(bytes -> MethodReader.read(ClassFile.reader(bytes), names))
                    .orElse(Map.of());
        } catch (RuntimeException damaged) {
            // As with declarations of libraries, it counts as missing from the class path.
            return Map.of();
        }
    }

    /** Returns the bodies of a class's methods; empty where the class is not one of the roots. */
    public Map<MethodKey, MethodBody> bodies(String className) {
        if (base != null && !replaced.contains(className)) {
            return base.bodies(className);
        }
        ClassFacts facts = byName.get(className);
        return facts == null ? Map.of() : bodies.computeIfAbsent(className, ignored -> read(facts));
    }

    /** Returns the methods that a class of the roots calls or refers to, each once and without lines; reads no code. */
    public List<MethodBody.Call> calledMethods(ClassFacts facts) {
        return read(facts, CalledMethods::of, List.of());
    }

    private Map<MethodKey, MethodBody> read(ClassFacts facts) {
        return read(facts, reader -> MethodReader.read(reader, names), Map.of());
    }

    private <T> T read(ClassFacts facts, Function<ClassReader, T> part, T nothing) {
        ClassRoot root = facts.root();
        if (root == null) {
            return nothing;
        }
        String entry = oddEntries.getOrDefault(facts.name(), ClassRoot.entryOf(facts.name()));
        try {
            return part.apply(ClassFile.reader(RootFiles.read(root, entry)));
        } catch (RuntimeException damaged) {
            String reason = damaged instanceof UncheckedIOException gone
                    ? String.valueOf(gone.getMessage())
                    : ClassFile.truncated(damaged).reason();
            unreadable.addIfAbsent(new UnreadableClass(root.path(), entry, reason));
            return nothing;
        }
    }

    /**
     * Returns the class files that could not be read: each is a gap in what is known. Code that turns out to be damaged
     * when it is first asked for is added then: ask last.
     */
    public List<UnreadableClass> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Returns the names of all superclasses and interfaces of a class, as far as they are known, itself excluded. */
    public Set<String> superTypes(String name) {
        Set<String> known = superTypes.get(name);
        if (known == null) {
            known = Set.copyOf(allSuperTypes(name));
            superTypes.put(name, known);
        }
        return known;
    }

    private Set<String> allSuperTypes(String name) {
        Set<String> all = new LinkedHashSet<>();
        List<String> level = List.of(name);
        for (int depth = 0; depth < DEEPEST_HIERARCHY && !level.isEmpty(); depth++) {
            List<String> above = new ArrayList<>();
            for (String type : level) {
                find(type).ifPresent(facts -> {
                    add(facts.superName(), all, above);
                    facts.interfaces().forEach(each -> add(each, all, above));
                });
            }
            level = above;
        }
        if (!level.isEmpty()) {
            hierarchyIsTooDeep(name);
        }
        all.remove(name);
        return all;
    }

    private static void add(@Nullable String type, Set<String> all, List<String> open) {
        if (type != null && all.add(type) && !type.equals(OBJECT)) {
            open.add(type);
        }
    }

    /** Adds a gap to what is known, once: one class says enough. */
    void hierarchyIsTooDeep(String name) {
        ClassFacts facts = byName.get(name);
        if (facts != null && facts.root() != null && tooDeep.compareAndSet(false, true)) {
            unreadable.add(new UnreadableClass(
                    facts.root().path(),
                    oddEntries.getOrDefault(name, ClassRoot.entryOf(name)),
                    "more than " + DEEPEST_HIERARCHY + " classes extend each other"));
        }
    }

    /** Returns the names of the annotations and of all annotations upon them, as far as they are known. */
    public Set<String> annotationTypes(List<AnnotationFacts> annotations) {
        Set<String> all = new LinkedHashSet<>();
        for (AnnotationFacts annotation : annotations) {
            Set<String> known = annotationTypes.get(annotation.type());
            if (known == null) {
                known = readAnnotationTypes(annotation.type());
                annotationTypes.put(annotation.type(), known);
            }
            all.addAll(known);
        }
        return all;
    }

    private Set<String> readAnnotationTypes(String annotation) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(annotation));
        while (!open.isEmpty()) {
            String type = open.remove();
            if (!type.startsWith("java.lang.annotation.") && all.add(type)) {
                find(type).ifPresent(facts -> facts.annotations().forEach(upon -> open.add(upon.type())));
            }
        }
        return Collections.unmodifiableSet(all);
    }

    /** The first pass over the roots. */
    private static final class Scan {

        private final List<ClassFacts> classes = new ArrayList<>();
        private final Map<String, String> oddEntries = new HashMap<>();
        private final List<UnreadableClass> unreadable = new ArrayList<>();
        private final StringPool names = new StringPool();

        void read(ClassRoot root) {
            try {
                RootFiles.visit(root, new RootFiles.Visitor() {
                    @Override
                    public void visit(String entry, byte[] bytes) {
                        read(root, entry, bytes);
                    }

                    @Override
                    public void unreadable(String entry, IOException why) {
                        unreadable.add(new UnreadableClass(root.path(), entry, String.valueOf(why.getMessage())));
                    }
                });
            } catch (IOException broken) {
                unreadable.add(new UnreadableClass(root.path(), "", String.valueOf(broken.getMessage())));
            }
        }

        private void read(ClassRoot root, String entry, byte[] bytes) {
            try {
                ClassReader reader = ClassFile.reader(bytes);
                ClassFacts facts = ClassDeclarationReader.read(reader, names, root);
                classes.add(facts);
                if (!entry.equals(ClassRoot.entryOf(facts.name()))) {
                    oddEntries.putIfAbsent(facts.name(), entry);
                }
            } catch (RuntimeException damaged) {
                unreadable.add(new UnreadableClass(
                        root.path(), entry, ClassFile.truncated(damaged).reason()));
            }
        }
    }
}
