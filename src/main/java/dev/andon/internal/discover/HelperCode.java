package dev.andon.internal.discover;

import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.frameworks.CallRule;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which classes count as code of tests, so that every practice follows the same helpers: test classes, test support that
 * a module keeps among its production classes, the helpers of a module of canaries, and classes of libraries that the
 * readiness class names or that call a known assertion themselves.
 */
public final class HelperCode {

    private static final Set<String> TESTING = Frameworks.union(Framework::testPackages);
    private static final Set<String> PRODUCTION = Frameworks.union(Framework::productionPackages);
    private static final Set<CallRule> ASSERTIONS = Frameworks.union(Framework::assertions);

    private final CodeIndex index;
    private final List<NamePattern> named;
    private final Set<ClassRoot> canaryRoots;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    private HelperCode(CodeIndex index, Inventory inventory) {
        this.index = index;
        this.named = inventory.assertionsIn().stream().map(HelperCode::pattern).toList();
        Set<String> serving = inventory.services().stream().map(Service::module).collect(Collectors.toSet());
        this.canaryRoots = inventory.canaries().stream()
                .filter(canary -> !serving.contains(canary.module()))
                .flatMap(canary -> index.find(canary.name()).stream())
                .map(ClassFacts::root)
                .collect(Collectors.toSet());
    }

    /** Looks at a build. */
    public static HelperCode of(CodeIndex index, Inventory inventory) {
        return new HelperCode(index, inventory);
    }

    private static NamePattern pattern(String text) {
        // A pattern that ends in ".." means all classes below the package.
        return NamePattern.ofClass(text.endsWith("..") ? text + "*" : text);
    }

    /** Returns the policy that follows this code. */
    public CallPolicy policy() {
        return CallPolicy.following(this::isFollowed);
    }

    /** Returns whether the class's code counts as code of tests. */
    public boolean isFollowed(String className) {
        Boolean is = known.get(className);
        if (is == null) {
            is = findOut(className);
            known.put(className, is);
        }
        return is;
    }

    /** Returns whether the readiness class names the class as a helper that holds assertions. */
    public boolean isNamed(String className) {
        return named.stream().anyMatch(pattern -> pattern.matches(className.replaceFirst("\\$.*", "")));
    }

    private boolean findOut(String className) {
        if (className.startsWith("[") || startsWithAny(className, PRODUCTION)) {
            return false;
        }
        if (isNamed(className)) {
            return true;
        }
        ClassFacts facts = index.find(className).orElse(null);
        if (facts == null) {
            return false;
        }
        ClassRoot root = facts.root();
        if (root == null) {
            return !startsWithAny(className, TESTING) && callsAssertion(facts);
        }
        return root.test() || canaryRoots.contains(root) || usesTestingLibrary(facts);
    }

    private boolean usesTestingLibrary(ClassFacts facts) {
        return index.code(facts.name()).values().stream()
                .flatMap(body -> body.types().stream())
                .anyMatch(type -> startsWithAny(type, TESTING));
    }

    /** A library whose rules are known is judged by these alone. */
    private boolean callsAssertion(ClassFacts facts) {
        if (ASSERTIONS.stream()
                .anyMatch(rule -> rule.owners().matcher(facts.name()).matches())) {
            return false;
        }
        return index.code(facts.name()).values().stream()
                .flatMap(body -> body.calls().stream())
                .anyMatch(call -> ASSERTIONS.stream().anyMatch(rule -> rule.matches(call.owner(), call.name())));
    }

    private static boolean startsWithAny(String className, Set<String> prefixes) {
        for (String prefix : prefixes) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
