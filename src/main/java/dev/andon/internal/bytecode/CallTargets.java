package dev.andon.internal.bytecode;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Which methods a call may run. */
final class CallTargets {

    private static final Set<String> NEVER_CALLED_BACK =
            Set.of("java.lang.Object", "java.lang.Record", "java.lang.Enum", "java.io.Serializable");

    private final CodeGraph graph;
    private final CodeIndex index;

    CallTargets(CodeGraph graph) {
        this.graph = graph;
        this.index = graph.index();
    }

    Set<MethodRef> of(MethodRef caller, Call call, CallPolicy policy) {
        if (!policy.follows().test(call.owner())) {
            return Set.of();
        }
        MethodKey key = MethodKey.of(call);
        Set<MethodRef> found = new LinkedHashSet<>();
        String receiver = policy.receiver();
        if (key.name().startsWith("<") || isBoundToClass(call.owner(), key)) {
            declared(call.owner(), key, policy).ifPresent(found::add);
            if (policy.indirect() && key.name().equals("<init>")) {
                calledBack(call.owner(), found);
            }
        } else if (receiver != null
                && (call.owner().equals(receiver) || index.superTypes(receiver).contains(call.owner()))) {
            declared(receiver, key, policy).ifPresent(found::add);
            if (caller.key().equals(key)) {
                // The overriding method calls super's.
                declared(call.owner(), key, policy).ifPresent(found::add);
            }
        } else {
            declared(call.owner(), key, policy).ifPresent(found::add);
            if (policy.indirect()) {
                found.addAll(overriding(call.owner(), key, policy));
            }
        }
        found.removeIf(method -> !policy.follows().test(method.owner()));
        return found;
    }

    Optional<MethodRef> declared(String className, MethodKey key, CallPolicy policy) {
        if (has(className, key, policy)) {
            return Optional.of(new MethodRef(className, key));
        }
        return index.superTypes(className).stream()
                .filter(type -> has(type, key, policy))
                // Of several, the subtype overrides the others.
                .reduce((one, other) -> index.superTypes(other).contains(one) ? other : one)
                .map(type -> new MethodRef(type, key));
    }

    private boolean has(String className, MethodKey key, CallPolicy policy) {
        return (policy.follows().test(className) || graph.isOwn(className))
                && index.code(className).containsKey(key);
    }

    Set<MethodRef> overriding(String owner, MethodKey key, CallPolicy policy) {
        Set<MethodRef> found = new LinkedHashSet<>();
        int most = graph.limits().implementations();
        for (String sub : graph.subTypes(owner)) {
            if (has(sub, key, policy)) {
                if (found.size() == most) {
                    graph.cutOff(owner + "." + key.name(), most + " implementations of one method");
                    break;
                }
                found.add(new MethodRef(sub, key));
            }
        }
        return found;
    }

    private boolean isBoundToClass(String owner, MethodKey key) {
        return graph.method(owner, key)
                .filter(method -> (method.access() & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0)
                .isPresent();
    }

    /** A library calls the methods of its own types on the objects that it is handed. */
    private void calledBack(String className, Set<MethodRef> found) {
        if (isAnonymous(className)) {
            found.addAll(graph.methodsOf(className));
            return;
        }
        for (String type : index.superTypes(className)) {
            if (NEVER_CALLED_BACK.contains(type) || graph.isOwn(type)) {
                continue;
            }
            Optional<ClassFacts> library = index.find(type);
            for (MethodRef method : graph.methodsOf(className)) {
                if (library.isEmpty() || graph.method(type, method.key()).isPresent()) {
                    found.add(method);
                }
            }
        }
    }

    /** An anonymous class, or a lambda that Kotlin compiled to a class, is code where it is made. */
    private static boolean isAnonymous(String className) {
        int last = className.lastIndexOf('$');
        return last >= 0 && last + 1 < className.length() && Character.isDigit(className.charAt(last + 1));
    }
}
