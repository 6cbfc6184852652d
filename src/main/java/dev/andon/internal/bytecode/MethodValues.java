package dev.andon.internal.bytecode;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/** The values that the instructions of one method work with. */
final class MethodValues {

    /** Far more than compilers make: the limit keeps a made-up class from filling the heap. */
    private static final long MOST_SLOTS = 16_000_000;
    /** Only a value that a loop carries back needs what comes later in the code. */
    private static final int LOOKING_AHEAD = 30;

    private final StringPool names;
    private final ValueSources sources;
    private final MethodNode method;
    private final @Nullable Frame<SourceValue>[] frames;
    private final boolean hasSkippedCode;
    private final int[] lines;
    private final Map<AbstractInsnNode, Value> known = new HashMap<>();
    private int ahead;

    /**
     * Analyses a method.
     *
     * @throws ClassFile.Unreadable if its code is damaged or out of all proportion
     */
    MethodValues(StringPool names, String owner, MethodNode method) {
        this.names = names;
        this.method = method;
        if ((long) method.instructions.size() * (method.maxLocals + method.maxStack) > MOST_SLOTS) {
            throw new ClassFile.Unreadable("the code of the method " + method.name + " is too large");
        }
        ValueSources read = new ValueSources(names);
        @Nullable Frame<SourceValue>[] analysed = analyse(read, owner, method);
        boolean decided = ConstantConditions.decide(method, analysed);
        if (decided) {
            read = new ValueSources(names);
            analysed = analyse(read, owner, method);
        }
        this.sources = read;
        this.frames = analysed;
        this.hasSkippedCode = decided;
        this.lines = lines(method);
    }

    private static @Nullable Frame<SourceValue>[] analyse(ValueSources sources, String owner, MethodNode method) {
        try {
            return new Analyzer<>(sources).analyze(owner, method);
        } catch (AnalyzerException | RuntimeException damaged) {
            throw new ClassFile.Unreadable("the class file is truncated or damaged");
        }
    }

    /** Takes the instructions out that never run; no values can be asked for after that. */
    void removeSkippedCode() {
        if (hasSkippedCode) {
            List<AbstractInsnNode> skipped = new ArrayList<>();
            method.instructions.forEach(instruction -> {
                if (instruction.getOpcode() >= 0 && !isReached(instruction)) {
                    skipped.add(instruction);
                }
            });
            skipped.forEach(method.instructions::remove);
        }
    }

    private static int[] lines(MethodNode method) {
        int[] lines = new int[method.instructions.size()];
        int line = 0;
        for (int i = 0; i < lines.length; i++) {
            line = method.instructions.get(i) instanceof LineNumberNode number ? number.line : line;
            lines[i] = line;
        }
        return lines;
    }

    /** Returns whether the instruction is ever reached. */
    boolean isReached(AbstractInsnNode instruction) {
        return frame(instruction) != null;
    }

    /** Returns whether the method does anything with what the instruction produces, or with the object that it makes. */
    boolean isUsed(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call && call.name.equals("<init>")) {
            Frame<SourceValue> frame = frame(call);
            int below = Type.getArgumentTypes(call.desc).length;
            return frame == null
                    || frame.getStackSize() <= below
                    || frame.getStack(frame.getStackSize() - 1 - below).insns.stream()
                            .anyMatch(made -> made.getOpcode() != Opcodes.NEW || sources.isUsed(made));
        }
        return sources.isUsed(instruction);
    }

    private @Nullable Frame<SourceValue> frame(AbstractInsnNode instruction) {
        return frames[method.instructions.indexOf(instruction)];
    }

    /** Returns the value on top of the stack before the instruction, or {@code below} places under it. */
    Value onStack(AbstractInsnNode instruction, int below) {
        Frame<SourceValue> frame = frame(instruction);
        if (frame == null || frame.getStackSize() <= below) {
            return Value.Plain.UNKNOWN;
        }
        return of(frame.getStack(frame.getStackSize() - 1 - below));
    }

    private Value of(SourceValue value) {
        if (value.insns.size() == 1) {
            return produced(value.insns.iterator().next());
        }
        List<Value> all = value.insns.stream()
                // A call on null fails, so what else it may be is what matters.
                .filter(source -> source.getOpcode() != Opcodes.ACONST_NULL)
                .sorted(Comparator.comparingInt(method.instructions::indexOf))
                .map(this::produced)
                .distinct()
                .toList();
        return switch (all.size()) {
            case 0 -> Value.Plain.UNKNOWN;
            case 1 -> all.get(0);
            default -> new Value.Either(all);
        };
    }

    /** Returns what an instruction, or the source that stands for a parameter, produces. */
    Value produced(AbstractInsnNode source) {
        Value parameter = sources.parameter(source);
        if (parameter != null) {
            return parameter;
        }
        Value value = known.get(source);
        if (value == null && ahead < LOOKING_AHEAD) {
            ahead++;
            // A value that depends on itself is unknown.
            known.put(source, Value.Plain.UNKNOWN);
            value = read(source);
            known.put(source, value);
            ahead--;
        }
        return value == null ? Value.Plain.UNKNOWN : value;
    }

    private Value read(AbstractInsnNode instruction) {
        if (instruction instanceof LdcInsnNode load) {
            return constant(load.cst);
        }
        if (instruction instanceof IntInsnNode push && push.getOpcode() != Opcodes.NEWARRAY) {
            return new Value.Numeral(push.operand);
        }
        if (instruction instanceof TypeInsnNode made) {
            return made(made);
        }
        if (instruction instanceof FieldInsnNode field) {
            Value of = field.getOpcode() == Opcodes.GETFIELD ? onStack(field, 0) : null;
            return new Value.Field(
                    names.binary(field.owner), names.shared(field.name), names.ofDescriptor(field.desc), of);
        }
        if (instruction instanceof MethodInsnNode call) {
            List<Value> arguments = arguments(call, Type.getArgumentTypes(call.desc));
            Value receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? null : onStack(call, arguments.size());
            return new Value.Result(call(call, call.owner, call.name, call.desc), receiver, arguments);
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return dynamic(dynamic);
        }
        int opcode = instruction.getOpcode();
        boolean number = instruction instanceof InsnNode && opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5;
        return number ? new Value.Numeral(opcode - Opcodes.ICONST_0) : Value.Plain.UNKNOWN;
    }

    private Value constant(Object value) {
        if (value instanceof String text) {
            return new Value.Text(names.shared(text));
        }
        if (value instanceof Type type && type.getSort() != Type.METHOD) {
            return new Value.Literal(names.ofType(type));
        }
        return value instanceof Number number ? new Value.Numeral(number) : Value.Plain.UNKNOWN;
    }

    private Value made(TypeInsnNode instruction) {
        return switch (instruction.getOpcode()) {
            case Opcodes.NEW -> new Value.Created(names.binary(instruction.desc));
            case Opcodes.ANEWARRAY -> new Value.Array(names.ofType(Type.getObjectType(instruction.desc)));
            default -> Value.Plain.UNKNOWN;
        };
    }

    private List<Value> arguments(AbstractInsnNode call, Type[] types) {
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            arguments.add(onStack(call, types.length - 1 - i));
        }
        return List.copyOf(arguments);
    }

    private Call call(AbstractInsnNode at, String owner, String name, String descriptor) {
        int line = lines[method.instructions.indexOf(at)];
        return new Call(names.binary(owner), names.shared(name), names.shared(descriptor), line);
    }

    private Value dynamic(InvokeDynamicInsnNode dynamic) {
        List<Value> arguments = arguments(dynamic, Type.getArgumentTypes(dynamic.desc));
        if (dynamic.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            return Concatenation.value(dynamic.bsmArgs, arguments);
        }
        Value function = Value.Plain.UNKNOWN;
        for (Object constant : dynamic.bsmArgs) {
            if (constant instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                boolean onObject = isOnObject(handle, arguments);
                function = new Value.Function(new Value.Result(
                        call(dynamic, handle.getOwner(), handle.getName(), handle.getDesc()),
                        onObject ? arguments.get(0) : null,
                        onObject ? arguments.subList(1, arguments.size()) : arguments));
            }
        }
        return function;
    }

    private static boolean isOnObject(Handle handle, List<Value> captured) {
        return handle.getTag() != Opcodes.H_INVOKESTATIC
                && handle.getTag() != Opcodes.H_NEWINVOKESPECIAL
                && !captured.isEmpty();
    }
}
