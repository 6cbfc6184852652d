package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The classes of the build that tests are written in, and which of their methods a call may run. */
final class TestCode {

    /** A method of the build. */
    record Method(String owner, MethodKey key) {}

    /** Far more implementations than any helper has; more are a framework of the build's own. */
    private static final int MOST_OVERRIDES = 50;

    private static final Set<String> TESTING = Frameworks.union(Framework::testPackages);

    private final CodeIndex index;
    private final Map<String, List<ClassFacts>> subTypes = new HashMap<>();
    private final Map<String, Boolean> followed = new HashMap<>();
    private @Nullable Set<ClassRoot> canaryRoots;

    TestCode(CodeIndex index) {
        this.index = index;
        for (ClassFacts facts : index.classes()) {
            if (facts.superName() != null) {
                subTypes.computeIfAbsent(facts.superName(), ignored -> new ArrayList<>())
                        .add(facts);
            }
            facts.interfaces().forEach(type -> subTypes.computeIfAbsent(type, ignored -> new ArrayList<>())
                    .add(facts));
        }
    }

    CodeIndex index() {
        return index;
    }

    /**
     * Returns whether the class's code counts as that of a test: it lies among test classes or beside a canary, or it
     * is test support that a module keeps among its production classes, which its use of testing libraries gives away.
     */
    boolean isFollowed(String className) {
        Boolean known = followed.get(className);
        if (known == null) {
            known = index.find(className)
                    .filter(facts -> facts.root() != null)
                    .filter(facts -> facts.root().test() || isBesideCanary(facts) || usesTestingLibrary(facts))
                    .isPresent();
            followed.put(className, known);
        }
        return known;
    }

    /** A module of canaries ships tests, and their helpers with them. */
    private boolean isBesideCanary(ClassFacts facts) {
        if (canaryRoots == null) {
            canaryRoots = index.classes().stream()
                    .filter(type -> index.annotationTypes(type.annotations()).contains("dev.andon.Canary"))
                    .map(ClassFacts::root)
                    .collect(Collectors.toSet());
        }
        return canaryRoots.contains(facts.root());
    }

    private boolean usesTestingLibrary(ClassFacts facts) {
        return index.bodies(facts.name()).values().stream()
                .flatMap(body -> body.types().stream())
                .anyMatch(type -> TESTING.stream().anyMatch(type::startsWith));
    }

    /** Returns the method that runs when it is called on an object of that class, if the build declares it. */
    Optional<Method> declared(String className, MethodKey key) {
        if (index.bodies(className).containsKey(key)) {
            return Optional.of(new Method(className, key));
        }
        return index.superTypes(className).stream()
                .filter(type -> index.bodies(type).containsKey(key))
                // Of several, the class that is itself a subtype of the others overrides them.
                .reduce((one, other) -> index.superTypes(other).contains(one) ? other : one)
                .map(type -> new Method(type, key));
    }

    /** Returns whether a class of the build declares the method, with code or without. */
    boolean isOwn(Call call) {
        return declares(call.owner(), MethodKey.of(call))
                || index.superTypes(call.owner()).stream().anyMatch(type -> declares(type, MethodKey.of(call)));
    }

    private boolean declares(String className, MethodKey key) {
        return index.find(className)
                .filter(facts -> facts.root() != null)
                .flatMap(facts -> method(facts, key))
                .isPresent();
    }

    private static Optional<MethodFacts> method(ClassFacts facts, MethodKey key) {
        return facts.methods().stream()
                .filter(method ->
                        method.name().equals(key.name()) && method.descriptor().equals(key.descriptor()))
                .findFirst();
    }

    /**
     * Returns the methods that a call may run.
     *
     * @param caller the method that calls
     * @param running the class of the object under test that runs, which decides between overriding methods
     */
    Set<Method> targets(Method caller, Call call, String running) {
        MethodKey key = MethodKey.of(call);
        Set<Method> found = new LinkedHashSet<>();
        boolean ofRunning =
                call.owner().equals(running) || index.superTypes(running).contains(call.owner());
        if (key.name().equals("<init>") || key.name().equals("<clinit>") || isPrivate(call.owner(), key)) {
            declared(call.owner(), key).ifPresent(found::add);
            if (key.name().equals("<init>") && isAnonymous(call.owner())) {
                index.bodies(call.owner()).keySet().forEach(method -> found.add(new Method(call.owner(), method)));
            }
        } else if (ofRunning) {
            declared(running, key).ifPresent(found::add);
            if (caller.key().equals(key)) {
                // A call of super's method from the one that overrides it.
                declared(call.owner(), key).ifPresent(found::add);
            }
        } else {
            declared(call.owner(), key).ifPresent(found::add);
            overrides(call.owner(), key, found);
        }
        found.removeIf(method -> !isFollowed(method.owner()));
        return found;
    }

    private void overrides(String owner, MethodKey key, Set<Method> found) {
        if (!isFollowed(owner)) {
            return;
        }
        List<String> open = new ArrayList<>(List.of(owner));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty() && seen.size() < MOST_OVERRIDES) {
            for (ClassFacts sub : subTypes.getOrDefault(open.remove(open.size() - 1), List.of())) {
                if (seen.add(sub.name())) {
                    open.add(sub.name());
                    if (index.bodies(sub.name()).containsKey(key)) {
                        found.add(new Method(sub.name(), key));
                    }
                }
            }
        }
    }

    private boolean isPrivate(String owner, MethodKey key) {
        return index.find(owner)
                .flatMap(facts -> method(facts, key))
                .filter(method -> Modifier.isPrivate(method.access()) || Modifier.isStatic(method.access()))
                .isPresent();
    }

    /** An anonymous class, or a lambda that Kotlin compiled to a class, is code where it is made. */
    private static boolean isAnonymous(String className) {
        int last = className.lastIndexOf('$');
        return last >= 0 && last + 1 < className.length() && Character.isDigit(className.charAt(last + 1));
    }

    /** Returns whether the method is known to be static; what is not known may be. */
    boolean maybeStatic(Call call) {
        return index.find(call.owner())
                .flatMap(facts -> method(facts, MethodKey.of(call)))
                .map(method -> Modifier.isStatic(method.access()))
                .orElse(true);
    }
}
