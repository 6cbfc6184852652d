package dev.andon.internal.prove.agent;

import dev.andon.internal.frameworks.ResponseObjects;
import dev.andon.internal.frameworks.ReturnedTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a probe at the head of a method, and one before each of its returns, and before each call that hands over an answer.
 *
 * <pre>{@code
 * if (FaultProbe.enter(this, 7)) return (Order) FaultProbe.instead(this, 7);
 * ...
 * return (Order) FaultProbe.leave(order, this, 7);
 * }</pre>
 */
final class ProbeInserter extends ClassVisitor {

    /** From this version on, the JVM wants frames where jumps lead to. */
    private static final int FIRST_WITH_FRAMES = Opcodes.V1_6;

    private final Map<String, Integer> probes;
    private final Set<Integer> inserted = new HashSet<>();
    private final Set<Integer> idle = new HashSet<>();
    private String owner = "";
    private int version;

    ProbeInserter(ClassVisitor next, Map<String, Integer> probes) {
        super(Opcodes.ASM9, next);
        this.probes = probes;
    }

    /** Returns the probes that were put in. */
    Set<Integer> inserted() {
        return inserted;
    }

    /** Returns the probes of the methods that do nothing but say how a response looks. */
    Set<Integer> idle() {
        return idle;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        this.version = version & 0xFFFF;
        owner = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        Integer probe = probes.get(name + descriptor);
        if (next == null || probe == null || name.startsWith("<") || (access & Opcodes.ACC_ABSTRACT) != 0) {
            return next;
        }
        inserted.add(probe);
        idle.add(probe);
        return new ProbedCode(
                next,
                probe,
                (access & Opcodes.ACC_STATIC) != 0,
                Type.getReturnType(descriptor),
                ReturnedTypes.isGivenObserver(descriptor),
                frame(access, descriptor));
    }

    /** What the local variables hold at a method's head. */
    private Object[] frame(int access, String descriptor) {
        List<Object> locals = new ArrayList<>();
        if ((access & Opcodes.ACC_STATIC) == 0) {
            locals.add(owner);
        }
        for (Type type : Type.getArgumentTypes(descriptor)) {
            locals.add(
                    switch (type.getSort()) {
                        case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT -> Opcodes.INTEGER;
                        case Type.LONG -> Opcodes.LONG;
                        case Type.FLOAT -> Opcodes.FLOAT;
                        case Type.DOUBLE -> Opcodes.DOUBLE;
                        default -> type.getInternalName();
                    });
        }
        return locals.toArray();
    }

    private final class ProbedCode extends MethodVisitor {

        private final int probe;
        private final boolean isStatic;
        private final Type returned;
        private final boolean answers;
        private final Object[] locals;

        ProbedCode(MethodVisitor next, int probe, boolean isStatic, Type returned, boolean answers, Object[] locals) {
            super(Opcodes.ASM9, next);
            this.probe = probe;
            this.isStatic = isStatic;
            this.returned = returned;
            this.answers = answers;
            this.locals = locals;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label original = new Label();
            self();
            visitLdcInsn(probe);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, ProbeClass.NAME, "enter", "(Ljava/lang/Object;I)Z", false);
            super.visitJumpInsn(Opcodes.IFEQ, original);
            self();
            visitLdcInsn(probe);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, ProbeClass.NAME, "instead", "(Ljava/lang/Object;I)Ljava/lang/Object;", false);
            unbox();
            super.visitInsn(returned.getOpcode(Opcodes.IRETURN));
            super.visitLabel(original);
            if (version >= FIRST_WITH_FRAMES) {
                super.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
            }
            // Where the code itself begins with a frame, two would stand at one instruction.
            super.visitInsn(Opcodes.NOP);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                box();
                leave();
                unbox();
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean isInterface) {
            works(!ResponseObjects.onlyMakes(type));
            // A method that has none may send requests that way.
            if (answers && ReturnedTypes.isAnswer(type, name, descriptor)) {
                leave();
            }
            super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
        }

        @Override
        public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
            works(opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC);
            super.visitFieldInsn(opcode, type, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            works(!bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory"));
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }

        private void works(boolean does) {
            if (does) {
                idle.remove(probe);
            }
        }

        private void leave() {
            self();
            visitLdcInsn(probe);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    ProbeClass.NAME,
                    "leave",
                    "(Ljava/lang/Object;Ljava/lang/Object;I)Ljava/lang/Object;",
                    false);
        }

        private void self() {
            if (isStatic) {
                super.visitInsn(Opcodes.ACONST_NULL);
            } else {
                super.visitVarInsn(Opcodes.ALOAD, 0);
            }
        }

        private void box() {
            if (returned.getSort() == Type.VOID) {
                super.visitInsn(Opcodes.ACONST_NULL);
            } else if (isPrimitive()) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        boxed(),
                        "valueOf",
                        "(" + returned.getDescriptor() + ")L" + boxed() + ";",
                        false);
            }
        }

        private void unbox() {
            if (returned.getSort() == Type.VOID) {
                super.visitInsn(Opcodes.POP);
            } else if (isPrimitive()) {
                super.visitTypeInsn(Opcodes.CHECKCAST, boxed());
                super.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL,
                        boxed(),
                        returned.getClassName() + "Value",
                        "()" + returned.getDescriptor(),
                        false);
            } else if (!returned.getInternalName().equals("java/lang/Object")) {
                super.visitTypeInsn(Opcodes.CHECKCAST, returned.getInternalName());
            }
        }

        private boolean isPrimitive() {
            return returned.getSort() < Type.ARRAY;
        }

        private String boxed() {
            return switch (returned.getSort()) {
                case Type.BOOLEAN -> "java/lang/Boolean";
                case Type.CHAR -> "java/lang/Character";
                case Type.BYTE -> "java/lang/Byte";
                case Type.SHORT -> "java/lang/Short";
                case Type.INT -> "java/lang/Integer";
                case Type.LONG -> "java/lang/Long";
                case Type.FLOAT -> "java/lang/Float";
                default -> "java/lang/Double";
            };
        }
    }
}
