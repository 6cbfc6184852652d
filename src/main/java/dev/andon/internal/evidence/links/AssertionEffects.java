package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.bytecode.Step;
import dev.andon.internal.discover.HelperCode;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds how each method of test code can fail a test, by its own code alone. */
final class AssertionEffects {

    private static final Pattern CHECKS = Pattern.compile("(assert|verify|check|expect|should|must|ensure)([^a-z].*)?");

    /** Library code counts only where a rule for the library says so: its exceptions have many meanings. */
    private static final Set<AssertionEffect> OF_LIBRARIES = Set.of(AssertionEffect.ASSERTS);

    private final CodeGraph graph;
    private final HelperCode helpers;
    private final Map<MethodRef, Set<AssertionEffect>> known = new HashMap<>();

    AssertionEffects(CodeGraph graph, HelperCode helpers) {
        this.graph = graph;
        this.helpers = helpers;
    }

    Set<AssertionEffect> of(MethodRef method) {
        return known.computeIfAbsent(method, this::read);
    }

    private Set<AssertionEffect> read(MethodRef method) {
        MethodBody body = graph.index().code(method.owner()).get(method.key());
        if (body == null) {
            return Set.of();
        }
        boolean trusted = graph.isOwn(method.owner()) || helpers.isNamed(method.owner());
        return trusted ? read(method, body) : ofLibrary(body.steps());
    }

    private Set<AssertionEffect> ofLibrary(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Invocation invocation
                    && KnownAssertions.knows(
                            invocation.call().owner(), invocation.call().name())) {
                return OF_LIBRARIES;
            }
        }
        return Set.of();
    }

    private Set<AssertionEffect> read(MethodRef method, MethodBody body) {
        List<Step> steps = body.steps();
        Set<AssertionEffect> effects = EnumSet.noneOf(AssertionEffect.class);
        FluentAssertion assertion = new FluentAssertion();
        boolean makesError = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Invocation invocation) {
                Call call = invocation.call();
                if (body.unheard().contains(call)) {
                    continue;
                }
                boolean fixed = i > 0 && steps.get(i - 1) instanceof Step.Fixed;
                read(call, fixed, assertion, effects);
                makesError |= makesError(call);
                if (call.name().endsWith("rElseThrow") && i > 0 && suppliesError(steps.get(i - 1))) {
                    effects.add(AssertionEffect.ASSERTS);
                }
            } else if (step instanceof Step.Reference reference
                    && !body.unheard().contains(reference.call())) {
                read(reference.call(), false, assertion, effects);
            } else if (step instanceof Step.Read read && isAssertStatement(read)) {
                effects.add(AssertionEffect.ASSERTS);
            } else if (step instanceof Step.Throw) {
                if (makesError) {
                    effects.add(AssertionEffect.ASSERTS);
                } else if (checks(method.owner(), method.key()) && i > 0 && makes(steps.get(i - 1))) {
                    effects.add(AssertionEffect.THROWS);
                }
            }
        }
        return effects.isEmpty() ? Set.of() : Set.copyOf(effects);
    }

    private boolean makesError(Call call) {
        return call.name().equals("<init>") && isAssertionError(call.owner());
    }

    /** Returns whether a lambda or a reference makes the error that {@code orElseThrow} and its like throw. */
    private boolean suppliesError(Step step) {
        if (!(step instanceof Step.Reference reference)) {
            return false;
        }
        Call call = reference.call();
        MethodBody body = graph.index().code(call.owner()).get(MethodKey.of(call));
        return makesError(call)
                || (body != null
                        && body.steps().stream()
                                .anyMatch(made ->
                                        made instanceof Step.Invocation invocation && makesError(invocation.call())));
    }

    /** A static method without arguments inspects the environment, not a result of the code under test. */
    private boolean checks(String owner, MethodKey key) {
        return CHECKS.matcher(key.name()).matches() && (!key.descriptor().startsWith("()") || !maybeStatic(owner, key));
    }

    private void read(Call call, boolean fixed, FluentAssertion assertion, Set<AssertionEffect> effects) {
        if (isOwn(call)) {
            return;
        }
        Collection<String> owners = owners(call);
        if (KnownAssertions.checksCondition(call.owner(), call.name())
                || owners.stream().anyMatch(owner -> KnownAssertions.knows(owner, call.name()))
                || sounds(call, owners)) {
            if (!fixed || !call.name().startsWith("assert")) {
                effects.add(AssertionEffect.ASSERTS);
            }
        } else {
            effects.addAll(assertion.next(call, owners, fixed));
        }
    }

    /** Returns whether a class of the build declares the method, abstract or not. */
    private boolean isOwn(Call call) {
        MethodKey key = MethodKey.of(call);
        return declares(call.owner(), key)
                || graph.index().superTypes(call.owner()).stream().anyMatch(type -> declares(type, key));
    }

    private boolean declares(String className, MethodKey key) {
        return graph.isOwn(className) && graph.method(className, key).isPresent();
    }

    /** Returns whether the method is static or unknown. */
    private boolean maybeStatic(String owner, MethodKey key) {
        return graph.method(owner, key)
                .map(found -> Modifier.isStatic(found.access()))
                .orElse(true);
    }

    private boolean sounds(Call call, Collection<String> owners) {
        return !call.name().equals("assertAll")
                && owners.stream().noneMatch(FluentAssertion::isAssertion)
                && KnownAssertions.sounds(
                        call.owner(), call.name(), call.descriptor(), maybeStatic(call.owner(), MethodKey.of(call)));
    }

    private Collection<String> owners(Call call) {
        List<String> all = new ArrayList<>();
        all.add(call.owner());
        all.addAll(graph.index().superTypes(call.owner()));
        return all;
    }

    private boolean isAssertionError(String type) {
        return type.equals("java.lang.AssertionError")
                || type.equals("dev.andon.canary.CanaryStepError")
                || type.endsWith(".AssertionFailedError")
                || type.endsWith(".ComparisonFailure")
                || graph.index().superTypes(type).contains("java.lang.AssertionError");
    }

    private static boolean isAssertStatement(Step.Read read) {
        return read.name().equals("$assertionsDisabled") || Frameworks.any(Framework::isAssertStatement, read);
    }

    /** An exception that a {@code finally} block rethrows was not created right before. */
    private static boolean makes(Step step) {
        return step instanceof Step.Invocation invocation
                && invocation.call().name().equals("<init>");
    }
}
