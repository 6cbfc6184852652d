package dev.andon.internal.bytecode;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Finds the calls of a method whose assertion errors nobody hears of: a handler around them catches such errors, and
 * ignores or merely prints them. A handler that does anything else with the error gets the benefit of the doubt.
 */
final class FailureHandlers {
    private static final Set<String> ERRORS =
            Set.of("java/lang/Throwable", "java/lang/Error", "java/lang/AssertionError");
    /** The subclasses of AssertionError by which libraries report. */
    private static final List<String> REPORTED =
            List.of("AssertionFailedError", "MultipleFailuresError", "ComparisonFailure");

    private static final Set<String> PRINTING = Set.of(
            "java/io/PrintStream",
            "java/lang/Class",
            "java/lang/Object",
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/System");

    /** An instruction that matters here: an opcode, where it leads, and whose method it calls. */
    private record Instruction(
            int opcode,
            @Nullable Label target,
            @Nullable String owner,
            @Nullable Call call) {}

    /** The code between two labels, and what handles its errors. */
    private record Handler(Label start, Label end, Label handler) {}

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Label, Integer> labels = new HashMap<>();
    private final List<Handler> handlers = new ArrayList<>();

    void handler(Label start, Label end, Label handler, @Nullable String type) {
        if (type != null && isError(type)) {
            handlers.add(new Handler(start, end, handler));
        }
    }

    private static boolean isError(String type) {
        return ERRORS.contains(type) || REPORTED.stream().anyMatch(name -> type.endsWith("/" + name));
    }

    void label(Label label) {
        if (!handlers.isEmpty()) {
            labels.put(label, instructions.size());
        }
    }

    void instruction(int opcode) {
        add(new Instruction(opcode, null, null, null));
    }

    void jump(int opcode, Label target) {
        add(new Instruction(opcode, target, null, null));
    }

    void call(String owner, Call call) {
        add(new Instruction(Opcodes.INVOKEVIRTUAL, null, owner, call));
    }

    private void add(Instruction instruction) {
        // Few methods have such handlers, and ASM tells of handlers first.
        if (!handlers.isEmpty()) {
            instructions.add(instruction);
        }
    }

    /** Returns the calls; ask when the whole method was read. */
    Set<Call> unheard() {
        Set<Call> unheard = new HashSet<>();
        for (Handler handler : handlers) {
            if (swallows(handler)) {
                instructions.subList(at(handler.start()), at(handler.end())).stream()
                        .map(Instruction::call)
                        .forEach(call -> {
                            if (call != null) {
                                unheard.add(call);
                            }
                        });
            }
        }
        return Set.copyOf(unheard);
    }

    private int at(Label label) {
        return labels.getOrDefault(label, instructions.size());
    }

    private boolean swallows(Handler handler) {
        int from = at(handler.handler());
        int stores = 0;
        for (Instruction instruction : instructions.subList(from, end(from))) {
            switch (instruction.opcode()) {
                case Opcodes.ATHROW, Opcodes.PUTFIELD, Opcodes.PUTSTATIC, Opcodes.AASTORE -> {
                    return false;
                }
                // The first keeps the error itself.
                case Opcodes.ASTORE -> {
                    if (++stores > 1) {
                        return false;
                    }
                }
                default -> {
                    String owner = instruction.owner();
                    if (owner != null && !prints(owner)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The code before a handler ends with a jump to what follows the handler, unless it returns or throws. */
    private int end(int from) {
        Instruction before = from > 0 ? instructions.get(from - 1) : null;
        if (before != null
                && before.opcode() == Opcodes.GOTO
                && before.target() != null
                && at(before.target()) > from) {
            return at(before.target());
        }
        for (int i = from; i < instructions.size(); i++) {
            int opcode = instructions.get(i).opcode();
            if (opcode == Opcodes.ATHROW
                    || opcode == Opcodes.GOTO
                    || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
                return i + 1;
            }
        }
        return instructions.size();
    }

    private static boolean prints(String owner) {
        String simple = owner.substring(owner.lastIndexOf('/') + 1);
        return PRINTING.contains(owner) || isError(owner) || simple.contains("Log");
    }
}
