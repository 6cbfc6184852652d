package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.frameworks.ClassView;
import dev.andon.internal.frameworks.EntryPointSigns;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** Tells which classes look as if something outside of the application calls them. */
final class EntryPointLooks {

    private final Classes classes;
    /** What each called method registers; most are called by many classes. */
    private final Map<Call, Optional<String>> registrations = new HashMap<>();
    /** Whether a call of a class may register anything: of most classes none does, and what they call need not be read. */
    private final Map<String, Boolean> registering = new HashMap<>();

    EntryPointLooks(Classes classes) {
        this.classes = classes;
    }

    /** Returns by what a class looks like an entry point. */
    Optional<String> of(ClassFacts facts) {
        if (GeneratedCode.is(facts, classes.index())
                || CanaryFinder.annotation(classes, facts).isPresent()) {
            return Optional.empty();
        }
        ClassView type = classes.view(facts);
        if (Frameworks.any(Framework::isNotEntryPoint, type)) {
            return Optional.empty();
        }
        Optional<String> declared = Optional.empty();
        if (facts.isInterface()) {
            declared = EntryPointSigns.ofInterface(type);
        } else if (!Classes.has(facts, Opcodes.ACC_ABSTRACT)) {
            declared = EntryPointSigns.of(type);
        }
        return declared.or(() -> registered(facts));
    }

    private Optional<String> registered(ClassFacts facts) {
        if (facts.uses().stream().noneMatch(type -> registering.computeIfAbsent(type, this::mayRegister))) {
            return Optional.empty();
        }
        for (Call call : classes.index().calledMethods(facts)) {
            if (!registering.computeIfAbsent(call.owner(), this::mayRegister)) {
                continue;
            }
            Optional<String> sign = registrations.computeIfAbsent(call, EntryPointSigns::of);
            if (sign.isPresent()) {
                return sign;
            }
        }
        return Optional.empty();
    }

    /** What the build calls of itself registers nothing with a framework. */
    private boolean mayRegister(String owner) {
        return !classes.index().graph().isProduction(owner) && EntryPointSigns.mayRegister(owner);
    }
}
