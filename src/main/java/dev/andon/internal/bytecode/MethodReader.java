package dev.andon.internal.bytecode;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Reads the code of a class's methods: the steps in order, and what they do with which values. */
final class MethodReader extends ClassVisitor {

    private final StringPool names;
    private final String owner;
    private final Map<MethodKey, MethodBody> bodies = new LinkedHashMap<>();

    private MethodReader(StringPool names, String owner) {
        super(Opcodes.ASM9);
        this.names = names;
        this.owner = owner;
    }

    static Map<MethodKey, MethodBody> read(ClassReader reader, StringPool names) {
        MethodReader methods = new MethodReader(names, reader.getClassName());
        try {
            reader.accept(methods, ClassReader.SKIP_FRAMES);
        } catch (StackOverflowError tooDeep) {
            throw ClassFile.nestedTooDeeply();
        }
        return Collections.unmodifiableMap(methods.bodies);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return null;
        }
        MethodKey key = new MethodKey(names.shared(name), names.shared(descriptor));
        return new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions) {
            @Override
            public void visitEnd() {
                List<Effect> effects = EffectReader.read(names, owner, this);
                StepReader steps = new StepReader();
                accept(steps);
                bodies.put(key, steps.body(effects));
            }
        };
    }

    private final class StepReader extends MethodVisitor {

        private final List<Step> steps = new ArrayList<>();
        private final FailureHandlers handlers = new FailureHandlers();
        private final Set<String> types = new LinkedHashSet<>();
        private int firstLine;
        private int lastLine;
        private int line;
        private boolean empty = true;
        /** How many constants lie on top of the stack, one upon the other. */
        private int fixed;
        /** Where code may come from elsewhere, with something else on the stack. */
        private final Set<Label> targets = new HashSet<>();

        StepReader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
            firstLine = firstLine == 0 ? number : Math.min(firstLine, number);
            lastLine = Math.max(lastLine, number);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            empty = false;
            int arguments = Type.getArgumentTypes(descriptor).length;
            boolean allFixed = arguments > 0 && fixed >= arguments;
            if (allFixed) {
                steps.add(new Step.Fixed());
            }
            // A boxed constant is still one.
            fixed = allFixed && name.equals("valueOf") && owner.startsWith("java/lang/") ? fixed : 0;
            Call call = call(owner, name, descriptor);
            handlers.call(owner, call);
            steps.add(new Step.Invocation(call));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            handlers.instruction(opcode);
            empty = false;
            fixed = 0;
            named(Type.getObjectType(owner));
            named(Type.getType(descriptor));
            if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
                steps.add(new Step.Read(names.binary(owner), names.shared(name), names.ofDescriptor(descriptor)));
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            empty = false;
            fixed = 0;
            named(Type.getObjectType(type));
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            empty = false;
            fixed = 0;
            named(Type.getType(descriptor));
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            handlers.handler(start, end, handler, type);
            if (type != null) {
                named(Type.getObjectType(type));
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            empty = false;
            fixed++;
            constant(value);
            if (value instanceof Number) {
                steps.add(new Step.Pushed(value));
            }
        }

        private void constant(Object value) {
            if (value instanceof String text) {
                steps.add(new Step.Constant(names.shared(text)));
            } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
                named(type);
                steps.add(new Step.Literal(names.ofType(type)));
            } else if (value instanceof Handle handle) {
                referred(handle);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            empty = false;
            fixed = 0;
            boolean concatenation = bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory");
            for (int i = 0; i < arguments.length; i++) {
                if (concatenation && i == 0 && arguments[0] instanceof String recipe) {
                    recipe(recipe);
                } else {
                    constant(arguments[i]);
                }
            }
        }

        /** In a recipe, 1 stands for an argument and 2 for a constant that follows it. */
        private void recipe(String recipe) {
            for (String literal : recipe.split("[\u0001\u0002]", -1)) {
                if (!literal.isEmpty()) {
                    steps.add(new Step.Constant(names.shared(literal)));
                }
            }
        }

        private void referred(Handle handle) {
            if (handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                Call call = call(handle.getOwner(), handle.getName(), handle.getDesc());
                handlers.call("java/lang/Runnable", call);
                steps.add(new Step.Reference(call));
            } else {
                named(Type.getObjectType(handle.getOwner()));
            }
        }

        private Call call(String owner, String name, String descriptor) {
            named(Type.getObjectType(owner));
            return new Call(names.binary(owner), names.shared(name), names.shared(descriptor), line);
        }

        private void named(Type type) {
            Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
            if (element.getSort() == Type.OBJECT) {
                types.add(names.ofType(element));
            }
        }

        @Override
        public void visitInsn(int opcode) {
            handlers.instruction(opcode);
            empty &= opcode == Opcodes.RETURN;
            if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.DCONST_1) {
                pushed(smallConstant(opcode));
            } else {
                fixed = 0;
            }
            if (opcode == Opcodes.ATHROW) {
                steps.add(new Step.Throw());
            }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            empty = false;
            if (opcode == Opcodes.NEWARRAY) {
                fixed = 0;
            } else {
                pushed(operand);
            }
        }

        private void pushed(@Nullable Object value) {
            fixed++;
            steps.add(new Step.Pushed(value));
        }

        @Override
        public void visitLabel(Label label) {
            handlers.label(label);
            if (targets.contains(label)) {
                fixed = 0;
            }
        }

        @Override
        public void visitVarInsn(int opcode, int index) {
            handlers.instruction(opcode);
            empty = false;
            fixed = 0;
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            handlers.jump(opcode, label);
            empty = false;
            fixed = 0;
            targets.add(label);
        }

        @Override
        public void visitIincInsn(int index, int increment) {
            empty = false;
            fixed = 0;
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
            empty = false;
            switches(fallback, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
            empty = false;
            switches(fallback, labels);
        }

        private void switches(Label fallback, Label[] labels) {
            fixed = 0;
            targets.add(fallback);
            targets.addAll(List.of(labels));
        }

        MethodBody body(List<Effect> effects) {
            List<Call> calls = new ArrayList<>();
            List<String> constants = new ArrayList<>();
            for (Step step : steps) {
                if (step instanceof Step.Invocation invocation) {
                    calls.add(invocation.call());
                } else if (step instanceof Step.Reference reference) {
                    calls.add(reference.call());
                } else if (step instanceof Step.Constant constant) {
                    constants.add(constant.value());
                }
            }
            return new MethodBody(
                    firstLine,
                    lastLine,
                    List.copyOf(steps),
                    effects,
                    List.copyOf(calls),
                    handlers.unheard(),
                    Set.copyOf(types),
                    List.copyOf(constants),
                    empty);
        }
    }

    private static @Nullable Object smallConstant(int opcode) {
        if (opcode <= Opcodes.ICONST_5) {
            return opcode == Opcodes.ACONST_NULL ? null : (Object) (opcode - Opcodes.ICONST_0);
        }
        if (opcode <= Opcodes.LCONST_1) {
            return (long) (opcode - Opcodes.LCONST_0);
        }
        return opcode <= Opcodes.FCONST_2
                ? (Object) (float) (opcode - Opcodes.FCONST_0)
                : (Object) (double) (opcode - Opcodes.DCONST_0);
    }
}
