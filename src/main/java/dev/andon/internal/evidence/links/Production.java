package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which production classes stand behind an entry point: those that it calls, and those that they call. */
final class Production {

    private static final int CLASSES = 2000;
    private static final int IMPLEMENTATIONS = 8;

    private final Code code;
    private final CodeIndex index;
    private final Map<String, Set<String>> called = new HashMap<>();
    private final Map<Way, Set<String>> ways = new HashMap<>();

    private record Way(String entry, Set<String> mocked) {}

    Production(Code code) {
        this.code = code;
        this.index = code.index();
    }

    /** Returns the classes that calls from that class may run, without going through those that are mocked. */
    Set<String> behind(String entry, Set<String> mocked) {
        return ways.computeIfAbsent(new Way(entry, Set.copyOf(mocked)), way -> walk(way.entry, way.mocked));
    }

    private Set<String> walk(String entry, Set<String> mocked) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(entry));
        while (!open.isEmpty() && reached.size() < CLASSES) {
            for (String type : calledBy(open.remove())) {
                if (!isMocked(type, mocked) && reached.add(type)) {
                    open.add(type);
                }
            }
        }
        reached.remove(entry);
        return reached;
    }

    private static boolean isMocked(String type, Set<String> mocked) {
        return mocked.contains(type);
    }

    /** An interface stands for its implementations; mocking it keeps the way to them closed. */
    Set<String> calledBy(String type) {
        Set<String> known = called.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            if (isAbstract(type)) {
                code.subTypes(type).stream()
                        .filter(this::isProduction)
                        .limit(IMPLEMENTATIONS)
                        .forEach(known::add);
            }
            for (MethodBody body : index.bodies(type).values()) {
                for (Call call : body.calls()) {
                    if (!call.name().startsWith("<") && !call.owner().equals(type) && isProduction(call.owner())) {
                        known.add(call.owner());
                    }
                }
            }
            called.put(type, known);
        }
        return known;
    }

    private boolean isAbstract(String type) {
        return index.find(type)
                .filter(facts -> (facts.access() & org.objectweb.asm.Opcodes.ACC_ABSTRACT) != 0)
                .isPresent();
    }

    private boolean isProduction(String type) {
        return index.find(type)
                .map(ClassFacts::root)
                .filter(root -> !root.test())
                .isPresent();
    }
}
