package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Step;
import dev.andon.internal.evidence.links.TestCode.Method;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What single methods of tests do to fail a test, by their own code alone. */
final class MethodSigns {

    /** The signs of one method, and the methods of the build that it calls. */
    record Signs(Set<Sign> own, Set<Call> calls) {
        static final Signs NONE = new Signs(Set.of(), Set.of());
    }

    private static final Pattern CHECKS = Pattern.compile("(assert|verify|check|expect|should|must|ensure)([^a-z].*)?");

    private final TestCode code;
    private final Map<String, Map<MethodKey, Signs>> known = new HashMap<>();

    MethodSigns(TestCode code) {
        this.code = code;
    }

    Signs of(Method method) {
        Map<MethodKey, Signs> ofClass = known.get(method.owner());
        if (ofClass == null) {
            ofClass = new HashMap<>();
            for (Map.Entry<MethodKey, List<Step>> each :
                    code.index().steps(method.owner()).entrySet()) {
                ofClass.put(each.getKey(), read(method.owner(), each.getKey(), each.getValue()));
            }
            known.put(method.owner(), ofClass);
        }
        return ofClass.getOrDefault(method.key(), Signs.NONE);
    }

    private Signs read(String owner, MethodKey key, List<Step> steps) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        Set<Call> calls = new LinkedHashSet<>();
        FluentAssertion sentence = new FluentAssertion();
        boolean makesError = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Invocation invocation) {
                Call call = invocation.call();
                boolean fixed = i > 0 && steps.get(i - 1) instanceof Step.Fixed;
                read(call, fixed, sentence, signs, calls);
                makesError |= call.name().equals("<init>") && isAssertionError(call.owner());
            } else if (step instanceof Step.Reference reference) {
                read(reference.call(), false, sentence, signs, calls);
            } else if (step instanceof Step.Read read && isAssertStatement(read)) {
                signs.add(Sign.ASSERTS);
            } else if (step instanceof Step.Throw) {
                if (makesError) {
                    signs.add(Sign.ASSERTS);
                } else if (checks(owner, key) && i > 0 && makes(steps.get(i - 1))) {
                    signs.add(Sign.THROWS);
                }
            }
        }
        return signs.isEmpty() && calls.isEmpty() ? Signs.NONE : new Signs(Set.copyOf(signs), Set.copyOf(calls));
    }

    /** A static method that is handed nothing looks at the surroundings, not at what the code under test answers. */
    private boolean checks(String owner, MethodKey key) {
        return CHECKS.matcher(key.name()).matches()
                && (!key.descriptor().startsWith("()")
                        || !code.maybeStatic(new Call(owner, key.name(), key.descriptor(), 0)));
    }

    private void read(Call call, boolean fixed, FluentAssertion sentence, Set<Sign> signs, Set<Call> calls) {
        if (code.isFollowed(call.owner())) {
            calls.add(new Call(call.owner(), call.name(), call.descriptor(), 0));
        }
        if (code.isOwn(call)) {
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

    private boolean sounds(Call call, Collection<String> owners) {
        return !call.name().equals("assertAll")
                && owners.stream().noneMatch(FluentAssertion::isAssertion)
                && KnownAssertions.sounds(call.owner(), call.name(), call.descriptor(), code.maybeStatic(call));
    }

    private Collection<String> owners(Call call) {
        List<String> all = new ArrayList<>();
        all.add(call.owner());
        all.addAll(code.index().superTypes(call.owner()));
        return all;
    }

    private boolean isAssertionError(String type) {
        return type.equals("java.lang.AssertionError")
                || type.equals("dev.andon.canary.CanaryStepError")
                || type.endsWith(".AssertionFailedError")
                || type.endsWith(".ComparisonFailure")
                || code.index().superTypes(type).contains("java.lang.AssertionError");
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
