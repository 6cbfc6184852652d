package dev.andon.internal.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Tells ASM's data-flow analysis which instructions may produce a value. Copies and casts keep the source of what they
 * copy, and each parameter has a source of its own.
 */
final class ValueSources extends SourceInterpreter {

    private static final int MOST = Limits.DEFAULT.alternatives();

    private final StringPool names;
    private final Map<AbstractInsnNode, Value> parameters = new HashMap<>();
    private final AbstractInsnNode tooMany = new InsnNode(Opcodes.NOP);
    private final Set<AbstractInsnNode> used = new HashSet<>();
    private int index;

    ValueSources(StringPool names) {
        super(Opcodes.ASM9);
        this.names = names;
    }

    /** Returns the parameter, or this object, that the source stands for; null where it is an instruction of the code. */
    @Nullable Value parameter(AbstractInsnNode source) {
        return parameters.get(source);
    }

    /** Returns whether any code but the constructor takes what the instruction produces. */
    boolean isUsed(AbstractInsnNode source) {
        return used.contains(source) || used.contains(tooMany);
    }

    @Override
    public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
        boolean self = isInstanceMethod && local == 0;
        return parameter(type, self ? Value.Plain.THIS : new Value.Parameter(index++, names.ofType(type)));
    }

    private SourceValue parameter(Type type, Value value) {
        AbstractInsnNode source = new InsnNode(Opcodes.NOP);
        parameters.put(source, value);
        return new SourceValue(type.getSize(), source);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
        return value;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
        if (instruction.getOpcode() == Opcodes.CHECKCAST) {
            return value;
        }
        used.addAll(value.insns);
        return super.unaryOperation(instruction, value);
    }

    @Override
    public SourceValue binaryOperation(AbstractInsnNode instruction, SourceValue one, SourceValue other) {
        used.addAll(one.insns);
        used.addAll(other.insns);
        return super.binaryOperation(instruction, one, other);
    }

    @Override
    public SourceValue ternaryOperation(
            AbstractInsnNode instruction, SourceValue array, SourceValue place, SourceValue stored) {
        used.addAll(stored.insns);
        return super.ternaryOperation(instruction, array, place, stored);
    }

    @Override
    public SourceValue naryOperation(AbstractInsnNode instruction, List<? extends SourceValue> values) {
        boolean constructor = instruction instanceof MethodInsnNode call && call.name.equals("<init>");
        values.stream().skip(constructor ? 1 : 0).forEach(value -> used.addAll(value.insns));
        return super.naryOperation(instruction, values);
    }

    /** Past the limit nothing is known about the value, whatever else is merged into it, so the analysis ends. */
    @Override
    public SourceValue merge(SourceValue one, SourceValue other) {
        if (one.insns.containsAll(other.insns) || one.insns.contains(tooMany)) {
            return one.size <= other.size ? one : new SourceValue(other.size, one.insns);
        }
        Set<AbstractInsnNode> sources = new HashSet<>(one.insns);
        sources.addAll(other.insns);
        int size = Math.min(one.size, other.size);
        return sources.size() > MOST || sources.contains(tooMany)
                ? new SourceValue(size, tooMany)
                : new SourceValue(size, sources);
    }
}
