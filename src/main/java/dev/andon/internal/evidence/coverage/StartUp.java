package dev.andon.internal.evidence.coverage;

import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jacoco.core.internal.instr.InstrSupport;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The methods that a framework calls by itself when the application starts, stops or waits: that they ran says only that
 * the service was wired.
 */
final class StartUp extends ClassVisitor {

    private static final Set<String> AT_START = Frameworks.union(Framework::startAnnotations);
    private static final Set<String> BY_ITSELF = Frameworks.union(Framework::timerAnnotations);
    private static final Map<String, Set<String>> CALLBACKS = Frameworks.unionByKey(Framework::startCallbacks);
    private static final Map<String, Set<String>> EVENTS = Frameworks.unionByKey(Framework::eventCallbacks);

    private final boolean routes;
    private final Set<String> callbacks = new HashSet<>();
    private final Set<String> starting = new HashSet<>();
    private final Set<String> entries = new HashSet<>();
    private final Map<String, Set<String>> calls = new HashMap<>();
    private String owner = "";

    private StartUp(boolean routes) {
        super(InstrSupport.ASM_API_VERSION);
        this.routes = routes;
    }

    /**
     * Returns the names of those methods of a class, and of what no other method of it calls; none where it has no other.
     *
     * @param routes whether requests are what the class is for: then no timer and no event is
     */
    static Set<String> methods(ProductionClass file, boolean routes) {
        StartUp found = new StartUp(routes);
        try {
            InstrSupport.classReaderFor(file.bytes()).accept(found, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException unreadable) {
            // Analysis says so.
            return Set.of();
        }
        return found.methods();
    }

    private Set<String> methods() {
        entries.removeAll(starting);
        if (entries.isEmpty()) {
            return Set.of();
        }
        Set<String> only = reached(starting);
        only.removeAll(reached(entries));
        return only;
    }

    private Set<String> reached(Set<String> from) {
        Set<String> reached = new LinkedHashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (String next : calls.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        owner = name;
        for (String type : interfaces == null ? new String[0] : interfaces) {
            callbacks.addAll(CALLBACKS.getOrDefault(simpleName(type), Set.of()));
            if (routes) {
                callbacks.addAll(EVENTS.getOrDefault(simpleName(type), Set.of()));
            }
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        boolean ordinary = !name.startsWith("<") && (access & Opcodes.ACC_SYNTHETIC) == 0;
        if (ordinary && callbacks.contains(name)) {
            starting.add(name);
        }
        if (ordinary && (access & Opcodes.ACC_PRIVATE) == 0) {
            entries.add(name);
        }
        Set<String> called = calls.computeIfAbsent(name, ignored -> new LinkedHashSet<>());
        return new MethodVisitor(InstrSupport.ASM_API_VERSION) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                String annotation = simpleName(type.substring(1, type.length() - 1));
                if (AT_START.contains(annotation) || (routes && BY_ITSELF.contains(annotation))) {
                    starting.add(name);
                }
                return null;
            }

            @Override
            public void visitMethodInsn(int opcode, String type, String method, String of, boolean inInterface) {
                if (type.equals(owner) && !method.startsWith("<")) {
                    called.add(method);
                }
            }

            @Override
            public void visitInvokeDynamicInsn(String method, String of, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle && handle.getOwner().equals(owner)) {
                        called.add(handle.getName());
                    }
                }
            }
        };
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
    }
}
