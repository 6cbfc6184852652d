package dev.andon.internal.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The classes of a build as a graph: who extends whom, which methods a call may run, and what code is reachable from
 * where. A {@link CallPolicy} says what a question follows, one set of {@link Limits} how far; where a limit cuts an
 * answer short, {@link #notes} says so.
 */
public final class CodeGraph {

    private static final MethodKey STATIC_INITIALISER = new MethodKey("<clinit>", "()V");

    private final CodeIndex index;
    private final Limits limits;
    private final ClassHierarchy hierarchy;
    private final CallTargets targets;
    private final Set<String> notes = new ConcurrentSkipListSet<>();

    CodeGraph(CodeIndex index, Limits limits) {
        this.index = index;
        this.limits = limits;
        this.hierarchy = new ClassHierarchy(index, limits);
        this.targets = new CallTargets(this);
    }

    /** Returns the classes that the graph is about. */
    public CodeIndex index() {
        return index;
    }

    /** Returns how far code is followed. */
    public Limits limits() {
        return limits;
    }

    /** Returns whether the build itself has the class, in production or test code. */
    public boolean isOwn(String className) {
        return index.find(className).filter(facts -> facts.root() != null).isPresent();
    }

    /** Returns whether the class lies among the test classes of the build. */
    public boolean isTest(String className) {
        return index.find(className)
                .filter(facts -> facts.root() != null && facts.root().test())
                .isPresent();
    }

    /** Returns whether the class lies among the production classes of the build. */
    public boolean isProduction(String className) {
        return index.find(className)
                .filter(facts -> facts.root() != null && !facts.root().test())
                .isPresent();
    }

    /** Returns the class and its superclasses as far as they are known, itself first. */
    public List<ClassFacts> superClasses(String className) {
        List<ClassFacts> chain = hierarchy.superClasses(className);
        if (chain.size() == limits.superclasses()) {
            cutOff(className, limits.superclasses() + " superclasses");
        }
        return chain;
    }

    /** Returns the class and those of its superclasses that belong to the build without a gap, itself first. */
    public List<ClassFacts> ownSuperClasses(String className) {
        return superClasses(className).stream()
                .takeWhile(facts -> facts.root() != null)
                .toList();
    }

    /** Returns the classes of the build that extend or implement a class, directly or not, sorted by name. */
    public List<String> subTypes(String className) {
        return hierarchy.subTypes(className);
    }

    /** Returns the classes that lie directly within a class. */
    public List<ClassFacts> members(String className) {
        return hierarchy.members(className);
    }

    /** Returns the annotations, their meta-annotations, and those in containers; what is written comes first. */
    public List<AnnotationFacts> resolved(List<AnnotationFacts> annotations) {
        Set<AnnotationFacts> all = new LinkedHashSet<>();
        Set<String> opened = new HashSet<>();
        Deque<AnnotationFacts> open = new ArrayDeque<>(annotations);
        while (!open.isEmpty()) {
            AnnotationFacts annotation = open.remove();
            if (annotation.type().startsWith("java.lang.annotation.") || !all.add(annotation)) {
                continue;
            }
            if (annotation.values().get("value") instanceof List<?> list) {
                list.stream()
                        .filter(AnnotationFacts.class::isInstance)
                        .map(AnnotationFacts.class::cast)
                        .forEach(open::add);
            }
            if (opened.add(annotation.type())) {
                index.find(annotation.type()).ifPresent(facts -> open.addAll(facts.annotations()));
            }
        }
        return List.copyOf(all);
    }

    /** Returns the field that a class or one of its superclasses in the build declares. */
    public Optional<FieldFacts> field(String className, String name) {
        return ownSuperClasses(className).stream()
                .flatMap(facts -> facts.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** Returns the method that the class itself declares. */
    public Optional<MethodFacts> method(String className, MethodKey key) {
        return index.find(className).stream()
                .flatMap(facts -> facts.methods().stream())
                .filter(method ->
                        method.name().equals(key.name()) && method.descriptor().equals(key.descriptor()))
                .findFirst();
    }

    /** Returns all methods with code of a class. */
    public List<MethodRef> methodsOf(String className) {
        return index.code(className).keySet().stream()
                .map(key -> new MethodRef(className, key))
                .toList();
    }

    /** Returns the method with code that runs when it is called on an object of that class, inherited ones included. */
    public Optional<MethodRef> declared(String className, MethodKey key, CallPolicy policy) {
        return targets.declared(className, key, policy);
    }

    /**
     * Returns the methods with code that a call may run: those of the receiver's class, where the policy knows it, else
     * that of the named class and all that override it.
     *
     * @param caller the method that calls
     */
    public Set<MethodRef> targets(MethodRef caller, MethodBody.Call call, CallPolicy policy) {
        return targets.of(caller, call, policy);
    }

    /** Returns the methods with code that override a method in subtypes of a class. */
    public Set<MethodRef> overriding(String className, MethodKey key, CallPolicy policy) {
        return targets.overriding(className, key, policy);
    }

    /** Returns the methods that may run when those do, themselves first. */
    public List<ReachedMethod> reachable(Collection<MethodRef> starts, CallPolicy policy) {
        List<ReachedMethod> reached = new ArrayList<>();
        follow(starts, policy, reached::add);
        return reached;
    }

    /**
     * Visits the methods that may run when those do, nearest first.
     *
     * @param visitor returns whether to go on
     */
    public void follow(Collection<MethodRef> starts, CallPolicy policy, Predicate<ReachedMethod> visitor) {
        boolean[] over = {false};
        explore(starts.isEmpty() ? "" : starts.iterator().next().owner(), starts, method -> method, method -> {
            MethodBody body = index.code(method.owner()).get(method.key());
            if (over[0] || body == null) {
                return Set.of();
            }
            over[0] = !visitor.test(new ReachedMethod(method, body));
            return next(method, body, policy);
        });
    }

    /**
     * Visits what a question that knows more than methods leads to, nearest first and each thing once.
     *
     * @param from the class at which the question starts
     * @param identity returns what makes two things the same
     * @param next visits one thing, and returns those that follow
     */
    public <T> void explore(
            String from,
            Collection<T> starts,
            Function<T, Object> identity,
            Function<T, ? extends Collection<T>> next) {
        Set<Object> seen = new HashSet<>();
        Deque<T> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            T one = open.remove();
            if (!seen.add(identity.apply(one))) {
                continue;
            }
            if (seen.size() > limits.methods()) {
                cutOff(from, limits.methods() + " methods");
                return;
            }
            open.addAll(next.apply(one));
        }
    }

    private Set<MethodRef> next(MethodRef method, MethodBody body, CallPolicy policy) {
        Set<MethodRef> next = new LinkedHashSet<>();
        body.calls().stream()
                .filter(call -> policy.unheard() || !body.unheard().contains(call))
                .forEach(call -> next.addAll(targets(method, call, policy)));
        if (policy.initialisers()) {
            // What a class keeps in static fields is made when the class is first used.
            body.types().stream()
                    .filter(policy.follows())
                    .forEach(type -> next.add(new MethodRef(type, STATIC_INITIALISER)));
        }
        return next;
    }

    /** Keeps a note that following code stopped. */
    public void cutOff(String where, String limit) {
        notes.add("code was followed no further than " + limit + " from " + where
                + ": what lies behind that was not looked at");
    }

    /** Returns where following code stopped at a limit; ask last. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
