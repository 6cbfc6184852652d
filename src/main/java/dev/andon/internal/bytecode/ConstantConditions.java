package dev.andon.internal.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Decides the conditions of a method that its own code decides, so that what they skip is known never to run. Compilers do
 * so for constant expressions only, not for {@code boolean skip = true; if (skip) return;}.
 */
final class ConstantConditions {

    private ConstantConditions() {}

    /** Replaces each decided jump of the method by what it does; returns whether there was any. */
    static boolean decide(MethodNode method, @Nullable Frame<SourceValue>[] frames) {
        List<Runnable> replacements = new ArrayList<>();
        int index = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            Frame<SourceValue> frame = frames[index++];
            if (instruction instanceof JumpInsnNode jump && frame != null && isOnOneNumber(jump)) {
                Boolean jumps = jumps(jump.getOpcode(), frame.getStack(frame.getStackSize() - 1));
                if (jumps != null) {
                    replacements.add(() -> replace(method, jump, jumps));
                }
            }
        }
        replacements.forEach(Runnable::run);
        return !replacements.isEmpty();
    }

    private static void replace(MethodNode method, JumpInsnNode jump, boolean jumps) {
        if (jumps) {
            method.instructions.insert(jump, new JumpInsnNode(Opcodes.GOTO, jump.label));
        }
        method.instructions.set(jump, new InsnNode(Opcodes.POP));
    }

    private static boolean isOnOneNumber(JumpInsnNode jump) {
        return jump.getOpcode() >= Opcodes.IFEQ && jump.getOpcode() <= Opcodes.IFLE;
    }

    /** Returns whether the jump is taken; null where the code does not decide it. */
    private static @Nullable Boolean jumps(int opcode, SourceValue condition) {
        Set<Boolean> decisions = condition.insns.stream()
                .map(source -> {
                    Integer number = number(source);
                    return number == null ? null : holds(opcode, number);
                })
                .collect(Collectors.toSet());
        return decisions.size() == 1 ? decisions.iterator().next() : null;
    }

    private static @Nullable Integer number(AbstractInsnNode source) {
        int opcode = source.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return opcode - Opcodes.ICONST_0;
        }
        return source instanceof IntInsnNode push && opcode != Opcodes.NEWARRAY ? push.operand : null;
    }

    private static boolean holds(int opcode, int number) {
        return switch (opcode) {
            case Opcodes.IFEQ -> number == 0;
            case Opcodes.IFNE -> number != 0;
            case Opcodes.IFLT -> number < 0;
            case Opcodes.IFGE -> number >= 0;
            case Opcodes.IFGT -> number > 0;
            default -> number <= 0;
        };
    }
}
