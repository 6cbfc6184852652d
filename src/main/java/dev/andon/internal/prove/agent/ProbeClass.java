package dev.andon.internal.prove.agent;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_VOLATILE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.V1_8;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * The class that probes call. It is made here and lies on the bootstrap class path, under a name that is on no other class
 * path, so that every class loader sees the same one, also those that look into their own jars first. It knows types of the
 * JDK alone and hands each call to the {@link FaultSwitch}.
 *
 * <pre>{@code
 * public static boolean enter(Object self, int probe)                // whether to return at once
 * public static Object instead(Object self, int probe)               // what to return then
 * public static Object leave(Object value, Object self, int probe)   // what to return in place of what the method returns
 * }</pre>
 */
public final class ProbeClass {

    static final String NAME = "dev/andon/injected/FaultProbe";

    private static final String PREDICATE = "java/util/function/BiPredicate";
    private static final String FUNCTION = "java/util/function/IntFunction";
    private static final String BI_FUNCTION = "java/util/function/BiFunction";

    private ProbeClass() {}

    /** Returns the entry of a jar that holds the class. */
    public static String entry() {
        return NAME + ".class";
    }

    /** Returns the class file. */
    public static byte[] bytes() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V1_8, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", null);
        field(writer, "enter", PREDICATE);
        field(writer, "instead", BI_FUNCTION);
        field(writer, "leave", FUNCTION);

        MethodVisitor enter = method(writer, "enter", "(Ljava/lang/Object;I)Z", PREDICATE);
        enter.visitVarInsn(ALOAD, 0);
        boxed(enter, 1);
        enter.visitMethodInsn(INVOKEINTERFACE, PREDICATE, "test", "(Ljava/lang/Object;Ljava/lang/Object;)Z", true);
        end(enter, IRETURN);

        MethodVisitor instead = method(writer, "instead", "(Ljava/lang/Object;I)Ljava/lang/Object;", BI_FUNCTION);
        instead.visitVarInsn(ALOAD, 0);
        boxed(instead, 1);
        apply(instead);
        end(instead, ARETURN);

        MethodVisitor leave =
                method(writer, "leave", "(Ljava/lang/Object;Ljava/lang/Object;I)Ljava/lang/Object;", FUNCTION);
        leave.visitVarInsn(ILOAD, 2);
        leave.visitMethodInsn(INVOKEINTERFACE, FUNCTION, "apply", "(I)Ljava/lang/Object;", true);
        leave.visitTypeInsn(CHECKCAST, BI_FUNCTION);
        leave.visitVarInsn(ALOAD, 0);
        leave.visitVarInsn(ALOAD, 1);
        apply(leave);
        end(leave, ARETURN);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Makes the probes of this JVM call that switch. */
    static void connect(FaultSwitch faults) {
        try {
            Class<?> probe = Class.forName(NAME.replace('/', '.'), true, null);
            probe.getField("enter").set(null, (BiPredicate<Object, Integer>) faults::enter);
            probe.getField("instead").set(null, (BiFunction<Object, Integer, Object>) faults::instead);
            probe.getField("leave").set(null, (IntFunction<BiFunction<Object, Object, Object>>)
                    location -> (value, self) -> faults.leave(value, self, location));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("the agent's jar does not hold the class of the probes", missing);
        }
    }

    private static void field(ClassWriter writer, String name, String type) {
        writer.visitField(ACC_PUBLIC | ACC_STATIC | ACC_VOLATILE, name, "L" + type + ";", null, null)
                .visitEnd();
    }

    private static MethodVisitor method(ClassWriter writer, String name, String descriptor, String hook) {
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, name, descriptor, null, null);
        code.visitCode();
        code.visitFieldInsn(GETSTATIC, NAME, name, "L" + hook + ";");
        return code;
    }

    private static void boxed(MethodVisitor code, int variable) {
        code.visitVarInsn(ILOAD, variable);
        code.visitMethodInsn(INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    }

    private static void apply(MethodVisitor code) {
        code.visitMethodInsn(
                INVOKEINTERFACE,
                BI_FUNCTION,
                "apply",
                "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                true);
    }

    private static void end(MethodVisitor code, int returning) {
        code.visitInsn(returning);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
