package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.bytecode.Step;
import dev.andon.internal.discover.HelperCode;
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

/** What single methods of tests do to fail a test, by their own code alone. */
final class MethodSigns {

    private static final Pattern CHECKS = Pattern.compile("(assert|verify|check|expect|should|must|ensure)([^a-z].*)?");

    /** What a library's code does counts only where its own rules say so: it may throw what it likes. */
    private static final Set<Sign> OF_LIBRARIES = Set.of(Sign.ASSERTS);

    private final CodeGraph graph;
    private final HelperCode helpers;
    private final Map<MethodRef, Set<Sign>> known = new HashMap<>();

    MethodSigns(CodeGraph graph, HelperCode helpers) {
        this.graph = graph;
        this.helpers = helpers;
    }

    Set<Sign> of(MethodRef method) {
        return known.computeIfAbsent(method, this::read);
    }

    private Set<Sign> read(MethodRef method) {
        MethodBody body = graph.index().code(method.owner()).get(method.key());
        if (body == null) {
            return Set.of();
        }
        boolean trusted = graph.isOwn(method.owner()) || helpers.isNamed(method.owner());
        return trusted ? read(method, body.steps()) : ofLibrary(body.steps());
    }

    private Set<Sign> ofLibrary(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Invocation invocation
                    && KnownAssertions.knows(
                            invocation.call().owner(), invocation.call().name())) {
                return OF_LIBRARIES;
            }
        }
        return Set.of();
    }

    private Set<Sign> read(MethodRef method, List<Step> steps) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        FluentAssertion sentence = new FluentAssertion();
        boolean makesError = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Invocation invocation) {
                Call call = invocation.call();
                boolean fixed = i > 0 && steps.get(i - 1) instanceof Step.Fixed;
                read(call, fixed, sentence, signs);
                makesError |= call.name().equals("<init>") && isAssertionError(call.owner());
            } else if (step instanceof Step.Reference reference) {
                read(reference.call(), false, sentence, signs);
            } else if (step instanceof Step.Read read && isAssertStatement(read)) {
                signs.add(Sign.ASSERTS);
            } else if (step instanceof Step.Throw) {
                if (makesError) {
                    signs.add(Sign.ASSERTS);
                } else if (checks(method.owner(), method.key()) && i > 0 && makes(steps.get(i - 1))) {
                    signs.add(Sign.THROWS);
                }
            }
        }
        return signs.isEmpty() ? Set.of() : Set.copyOf(signs);
    }

    /** A static method that is handed nothing looks at the surroundings, not at what the code under test answers. */
    private boolean checks(String owner, MethodKey key) {
        return CHECKS.matcher(key.name()).matches() && (!key.descriptor().startsWith("()") || !maybeStatic(owner, key));
    }

    private void read(Call call, boolean fixed, FluentAssertion sentence, Set<Sign> signs) {
        if (isOwn(call)) {
            return;
        }
        Collection<String> owners = owners(call);
        if (owners.stream().anyMatch(owner -> KnownAssertions.knows(owner, call.name())) || sounds(call, owners)) {
            if (!fixed || !call.name().startsWith("assert")) {
                signs.add(Sign.ASSERTS);
            }
        } else {
            signs.addAll(sentence.next(call, owners, fixed));
        }
    }

    /** Returns whether a class of the build declares the method, with code or without. */
    private boolean isOwn(Call call) {
        MethodKey key = MethodKey.of(call);
        return declares(call.owner(), key)
                || graph.index().superTypes(call.owner()).stream().anyMatch(type -> declares(type, key));
    }

    private boolean declares(String className, MethodKey key) {
        return graph.isOwn(className) && graph.method(className, key).isPresent();
    }

    /** Returns whether the method is static; one that is not known may be. */
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
        return read.name().equals("$assertionsDisabled")
                || Frameworks.any(framework -> framework.isAssertStatement(read));
    }

    /** What a finally block rethrows was not made right before. */
    private static boolean makes(Step step) {
        return step instanceof Step.Invocation invocation
                && invocation.call().name().equals("<init>");
    }
}
