package dev.andon.internal.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads what a method calls, writes and returns, with its values, in the order of the code. A lambda that is dropped never runs. */
final class EffectReader {

    private final StringPool names;
    private final MethodValues values;
    private final List<Effect> effects = new ArrayList<>();

    private EffectReader(StringPool names, MethodValues values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Returns the effects of a method; code that is never reached has none, and where a constant keeps it from being
     * reached, it is taken out of the method.
     *
     * @throws ClassFile.Unreadable if its code is damaged
     */
    static List<Effect> read(StringPool names, String owner, MethodNode method) {
        EffectReader reader = new EffectReader(names, new MethodValues(names, owner, method));
        for (AbstractInsnNode instruction : method.instructions) {
            if (reader.values.isReached(instruction)) {
                reader.read(instruction);
            }
        }
        reader.values.removeSkippedCode();
        return List.copyOf(reader.effects);
    }

    private void read(AbstractInsnNode instruction) {
        switch (instruction.getOpcode()) {
            case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE -> called((MethodInsnNode) instruction, true);
            case Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC -> called((MethodInsnNode) instruction, false);
            case Opcodes.INVOKEDYNAMIC -> referred((InvokeDynamicInsnNode) instruction);
            case Opcodes.PUTFIELD, Opcodes.PUTSTATIC -> {
                FieldInsnNode field = (FieldInsnNode) instruction;
                Value value = values.onStack(field, 0);
                effects.add(new Effect.Written(names.binary(field.owner), names.shared(field.name), value));
            }
            case Opcodes.ARETURN -> effects.add(new Effect.Returned(values.onStack(instruction, 0)));
            case Opcodes.AASTORE -> {
                if (values.onStack(instruction, 2) instanceof Value.Array array) {
                    array.store(values.onStack(instruction, 0));
                }
            }
            default -> {}
        }
    }

    private void called(MethodInsnNode call, boolean virtual) {
        if (values.produced(call) instanceof Value.Result result) {
            if (call.name.equals("<init>") && result.receiver() instanceof Value.Created created) {
                created.initialised(result.arguments());
            }
            effects.add(new Effect.Called(result, virtual, values.isUsed(call)));
        }
    }

    private void referred(InvokeDynamicInsnNode dynamic) {
        if (values.isUsed(dynamic) && values.produced(dynamic) instanceof Value.Function function) {
            effects.add(new Effect.Called(function.body(), function.body().receiver() != null, true));
        }
    }
}
