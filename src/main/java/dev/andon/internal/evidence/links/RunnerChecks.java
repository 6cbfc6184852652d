package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.HelperCode;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.frameworks.DeclaredTest;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells whether the class that runs a test checks what it does: by its code where that is at hand. */
final class RunnerChecks {

    private static final Check NONE = new Check(false, "");

    private final CodeIndex index;
    private final HelperCode helpers;
    private final Predicate<String> reachesAssertion;

    /** One runner runs the tests of many classes. */
    private final Map<String, Check> checks = new HashMap<>();

    RunnerChecks(CodeIndex index, HelperCode helpers, Predicate<String> reachesAssertion) {
        this.index = index;
        this.helpers = helpers;
        this.reachesAssertion = reachesAssertion;
    }

    /**
     * What is known of a runner.
     *
     * @param asserts whether it asserts
     * @param unread its simple name where that is not known; empty otherwise
     */
    record Check(boolean asserts, String unread) {}

    Check of(TestMethod test) {
        return runner(test)
                .map(runner -> checks.computeIfAbsent(runner, this::check))
                .orElse(NONE);
    }

    private Check check(String runner) {
        String name = runner;
        // Classes that no compiler writes may extend each other.
        Set<String> seen = new HashSet<>();
        while (name != null && !onlyRuns(name) && seen.add(name)) {
            boolean own = index.graph().isOwn(name);
            if (helpers.isNamed(name) || (own && reachesAssertion.test(name))) {
                return new Check(true, "");
            }
            if (!own) {
                return new Check(false, ClassNames.simpleName(runner));
            }
            name = index.find(name).map(ClassFacts::superName).orElse(null);
        }
        return NONE;
    }

    /** The nearest class that names a runner counts. */
    private Optional<String> runner(TestMethod test) {
        DeclaredTest declared = new DeclaredTest(
                Expectations.annotations(index, test), List.of(), index.graph().superClasses(test.runsIn()), Map.of());
        return Frameworks.first(Framework::runner, declared);
    }

    private static boolean onlyRuns(String runner) {
        return Frameworks.any(Framework::onlyRuns, runner);
    }
}
