package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class AnalysisTest {
    private final Analysis analysis = new Analysis();

    private static ProductionClass nested(String name, int depth) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor method = type.visitMethod(Opcodes.ACC_STATIC, "sell", "()V", null, null);
        List<AnnotationVisitor> open = new ArrayList<>(List.of(method.visitAnnotation("La/Nest;", true)));
        for (int i = 0; i < depth; i++) {
            open.add(open.get(i).visitAnnotation("v", "La/Nest;"));
        }
        Collections.reverse(open);
        open.forEach(AnnotationVisitor::visitEnd);
        method.visitCode();
        method.visitInsn(Opcodes.NOP);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        type.visitEnd();
        byte[] bytes = type.toByteArray();
        return new ProductionClass(name, "shop", () -> bytes);
    }

    @Test
    void a_class_file_that_is_nested_too_deeply_costs_its_own_coverage_alone() {
        ProductionClass deep = nested("a.Deep", 60_000);
        ProductionClass flat = nested("a.Flat", 1);
        ExecutionDataStore none = new ExecutionDataStore();

        assertThat(analysis.of(deep, none)).isEmpty();
        assertThat(analysis.of(flat, none)).isPresent();
        assertThat(analysis.unreadable("a.Deep"))
                .hasValueSatisfying(why -> assertThat(why).contains("a.Deep cannot be analysed", "nested too deeply"));
        assertThat(analysis.unreadable()).hasSize(1);
    }
}
