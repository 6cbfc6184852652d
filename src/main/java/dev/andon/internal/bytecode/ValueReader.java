package dev.andon.internal.bytecode;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Works out with which values a method calls, writes and returns. The code is read once from top to bottom: where two ways
 * meet, the value of one of them is taken, and a loop is gone through once.
 */
final class ValueReader extends MethodVisitor {

    private final StringPool names;
    private final List<Effect> done = new ArrayList<>();
    private final OperandStack stack = new OperandStack();
    private final Map<Integer, Value> variables = new HashMap<>();
    private final Map<Label, List<Value>> arriving = new HashMap<>();
    private boolean reachable = true;
    private int line;

    ValueReader(StringPool names, MethodKey key, boolean isStatic) {
        super(Opcodes.ASM9);
        this.names = names;
        int slot = 0;
        if (!isStatic) {
            variables.put(slot++, Value.Plain.THIS);
        }
        Type[] parameters = Type.getArgumentTypes(key.descriptor());
        for (int i = 0; i < parameters.length; i++) {
            variables.put(slot, new Value.Parameter(i, names.ofType(parameters[i])));
            slot += parameters[i].getSize();
        }
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        arriving.put(handler, List.of(Value.Plain.UNKNOWN));
    }

    @Override
    public void visitLabel(Label label) {
        List<Value> coming = arriving.get(label);
        if (coming == null) {
            return;
        }
        if (reachable) {
            stack.merge(coming);
        } else {
            stack.become(coming);
            reachable = true;
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        List<Value> arguments = arguments(Type.getArgumentTypes(descriptor));
        Value receiver = opcode == Opcodes.INVOKESTATIC ? null : stack.pop();
        if (name.equals("<init>") && receiver instanceof Value.Created created) {
            created.initialised(arguments);
        }
        boolean virtual = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
        called(owner, name, descriptor, receiver, arguments, virtual);
    }

    private Value.Result called(
            String owner,
            String name,
            String descriptor,
            @Nullable Value receiver,
            List<Value> arguments,
            boolean virtual) {
        Call call = new Call(names.binary(owner), names.shared(name), names.shared(descriptor), line);
        Value.Result result = new Value.Result(call, receiver, arguments);
        done.add(new Effect.Called(result, virtual));
        stack.push(result, Type.getReturnType(descriptor));
        return result;
    }

    private List<Value> arguments(Type[] types) {
        Value[] arguments = new Value[types.length];
        for (int i = types.length - 1; i >= 0; i--) {
            arguments[i] = stack.pop(types[i]);
        }
        return List.of(arguments);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... constants) {
        List<Value> arguments = arguments(Type.getArgumentTypes(descriptor));
        Type type = Type.getReturnType(descriptor);
        if (bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            String recipe = constants.length > 0 && constants[0] instanceof String text
                    ? text
                    : "\u0001".repeat(arguments.size());
            stack.push(joined(recipe, arguments, constants));
            return;
        }
        Value function = Value.Plain.UNKNOWN;
        for (Object constant : constants) {
            if (constant instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                boolean onObject = handle.getTag() != Opcodes.H_INVOKESTATIC
                        && handle.getTag() != Opcodes.H_NEWINVOKESPECIAL
                        && !arguments.isEmpty();
                function = new Value.Function(called(
                        handle.getOwner(),
                        handle.getName(),
                        handle.getDesc(),
                        onObject ? arguments.get(0) : null,
                        onObject ? arguments.subList(1, arguments.size()) : arguments,
                        onObject));
                stack.pop(Type.getReturnType(handle.getDesc()));
            }
        }
        stack.push(function, type);
    }

    /** In a recipe, 1 stands for an argument and 2 for a constant. */
    private Value joined(String recipe, List<Value> arguments, Object[] constants) {
        List<Value> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int argument = 0;
        int constant = 1;
        for (int i = 0; i < recipe.length(); i++) {
            char c = recipe.charAt(i);
            if (c == 1) {
                parts.add(new Value.Text(text.toString()));
                text.setLength(0);
                parts.add(arguments.get(argument++));
            } else if (c == 2) {
                text.append(constants[constant++]);
            } else {
                text.append(c);
            }
        }
        parts.add(new Value.Text(text.toString()));
        return new Value.Joined(List.copyOf(parts));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        Type type = Type.getType(descriptor);
        if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
            Value value = stack.pop(type);
            if (opcode == Opcodes.PUTFIELD) {
                stack.pop();
            }
            done.add(new Effect.Written(names.binary(owner), names.shared(name), value));
        } else {
            Value of = opcode == Opcodes.GETFIELD ? stack.pop() : null;
            stack.push(new Value.Field(names.binary(owner), names.shared(name), names.ofType(type), of), type);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            stack.push(new Value.Created(names.binary(type)));
        } else if (opcode == Opcodes.ANEWARRAY) {
            stack.pop();
            stack.push(new Value.Array(names.ofType(Type.getObjectType(type))));
        } else if (opcode == Opcodes.INSTANCEOF) {
            stack.pop();
            stack.push(Value.Plain.UNKNOWN);
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        stack.drop(dimensions);
        stack.push(Value.Plain.UNKNOWN);
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (value instanceof String text) {
            stack.push(new Value.Text(names.shared(text)));
        } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
            stack.push(new Value.Literal(names.ofType(type)));
        } else {
            boolean wide = value instanceof Long || value instanceof Double;
            Value constant = value instanceof Number number ? new Value.Numeral(number) : Value.Plain.UNKNOWN;
            stack.push(constant, wide ? Type.LONG_TYPE : Type.INT_TYPE);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.ARETURN) {
            done.add(new Effect.Returned(stack.pop()));
        }
        if ((opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) || opcode == Opcodes.ATHROW) {
            ended();
        } else {
            stack.apply(opcode);
        }
    }

    private void ended() {
        stack.become(List.of());
        reachable = false;
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            stack.pop();
            stack.push(Value.Plain.UNKNOWN);
        } else {
            stack.push(new Value.Numeral(operand));
        }
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        switch (opcode) {
            case Opcodes.ASTORE, Opcodes.ISTORE, Opcodes.FSTORE -> variables.put(index, stack.pop());
            case Opcodes.LSTORE, Opcodes.DSTORE -> variables.put(index, stack.pop(Type.LONG_TYPE));
            case Opcodes.ALOAD, Opcodes.ILOAD, Opcodes.FLOAD -> stack.push(variable(index));
            case Opcodes.LLOAD, Opcodes.DLOAD -> stack.push(variable(index), Type.LONG_TYPE);
            default -> {}
        }
    }

    private Value variable(int index) {
        return variables.getOrDefault(index, Value.Plain.UNKNOWN);
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        variables.put(index, Value.Plain.UNKNOWN);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        boolean two = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE;
        stack.drop(opcode == Opcodes.GOTO ? 0 : two ? 2 : 1);
        arriving.putIfAbsent(label, stack.copy());
        if (opcode == Opcodes.GOTO) {
            ended();
        }
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        switched(fallback, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        switched(fallback, labels);
    }

    private void switched(Label fallback, Label[] labels) {
        stack.drop(1);
        arriving.putIfAbsent(fallback, stack.copy());
        Arrays.stream(labels).forEach(label -> arriving.putIfAbsent(label, stack.copy()));
        ended();
    }

    List<Effect> effects() {
        return List.copyOf(done);
    }
}
