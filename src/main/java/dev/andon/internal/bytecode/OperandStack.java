package dev.andon.internal.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The operand stack of one method, slot by slot as the virtual machine counts: a long takes two. */
final class OperandStack {

    private final List<Value> slots = new ArrayList<>();

    void push(Value value) {
        slots.add(value);
    }

    void push(Value value, Type type) {
        for (int i = 0; i < type.getSize(); i++) {
            slots.add(value);
        }
    }

    /** Code that is reached in ways this reading does not follow may find the stack lower than it is. */
    Value pop() {
        return slots.isEmpty() ? Value.Plain.UNKNOWN : slots.remove(slots.size() - 1);
    }

    Value pop(Type type) {
        Value value = Value.Plain.UNKNOWN;
        for (int i = 0; i < type.getSize(); i++) {
            value = pop();
        }
        return value;
    }

    void drop(int count) {
        for (int i = 0; i < count; i++) {
            pop();
        }
    }

    List<Value> copy() {
        return List.copyOf(slots);
    }

    void become(List<Value> values) {
        slots.clear();
        slots.addAll(values);
    }

    /** Two ways through the code meet: each value is then one of either's. */
    void merge(List<Value> coming) {
        for (int i = 0; i < slots.size() && slots.size() == coming.size(); i++) {
            Value here = slots.get(i);
            Value there = coming.get(i);
            if (here != there) {
                slots.set(i, new Value.Either(List.of(there, here)));
            }
        }
    }

    private void change(int taken, int given) {
        drop(taken);
        for (int i = 0; i < given; i++) {
            push(Value.Plain.UNKNOWN);
        }
    }

    /** Copies the topmost slots below those that lie under them. */
    private void duplicate(int count, int below) {
        List<Value> top = new ArrayList<>();
        for (int i = 0; i < count + below; i++) {
            top.add(0, pop());
        }
        top.subList(below, below + count).forEach(this::push);
        top.forEach(this::push);
    }

    /** Does what an instruction without operands does to the stack; those that end a method are left out. */
    void apply(int opcode) {
        switch (opcode) {
            case Opcodes.NOP, Opcodes.INEG, Opcodes.LNEG, Opcodes.FNEG, Opcodes.DNEG -> {}
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> change(0, 2);
            case Opcodes.LALOAD, Opcodes.DALOAD -> change(2, 2);
            case Opcodes.IALOAD, Opcodes.FALOAD, Opcodes.AALOAD, Opcodes.BALOAD, Opcodes.CALOAD, Opcodes.SALOAD ->
                change(2, 1);
            case Opcodes.LASTORE, Opcodes.DASTORE -> drop(4);
            case Opcodes.AASTORE -> store();
            case Opcodes.IASTORE, Opcodes.FASTORE, Opcodes.BASTORE, Opcodes.CASTORE, Opcodes.SASTORE -> drop(3);
            case Opcodes.POP -> drop(1);
            case Opcodes.POP2 -> drop(2);
            case Opcodes.DUP -> duplicate(1, 0);
            case Opcodes.DUP_X1 -> duplicate(1, 1);
            case Opcodes.DUP_X2 -> duplicate(1, 2);
            case Opcodes.DUP2 -> duplicate(2, 0);
            case Opcodes.DUP2_X1 -> duplicate(2, 1);
            case Opcodes.DUP2_X2 -> duplicate(2, 2);
            case Opcodes.SWAP -> swap();
            case Opcodes.LSHL, Opcodes.LSHR, Opcodes.LUSHR -> change(3, 2);
            case Opcodes.LCMP, Opcodes.DCMPL, Opcodes.DCMPG -> change(4, 1);
            case Opcodes.FCMPL, Opcodes.FCMPG -> change(2, 1);
            case Opcodes.I2L, Opcodes.I2D, Opcodes.F2L, Opcodes.F2D -> change(1, 2);
            case Opcodes.L2I, Opcodes.L2F, Opcodes.D2I, Opcodes.D2F -> change(2, 1);
            case Opcodes.I2F, Opcodes.L2D, Opcodes.F2I, Opcodes.D2L, Opcodes.I2B, Opcodes.I2C, Opcodes.I2S -> {}
            case Opcodes.ARRAYLENGTH -> change(1, 1);
            case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> drop(1);
            default -> constantOrArithmetic(opcode);
        }
    }

    private void constantOrArithmetic(int opcode) {
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            push(new Value.Numeral(opcode - Opcodes.ICONST_0));
        } else if (opcode <= Opcodes.DCONST_1) {
            change(0, 1);
        } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.DREM) {
            boolean wide = (opcode - Opcodes.IADD) % 2 == 1;
            change(wide ? 4 : 2, wide ? 2 : 1);
        } else if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR) {
            boolean wide = (opcode - Opcodes.ISHL) % 2 == 1;
            change(wide ? 4 : 2, wide ? 2 : 1);
        }
    }

    private void store() {
        Value element = pop();
        pop();
        if (pop() instanceof Value.Array array) {
            array.store(element);
        }
    }

    private void swap() {
        Value top = pop();
        Value under = pop();
        push(top);
        push(under);
    }
}
