package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.andon.OperationalReadiness;
import dev.andon.RequireProof;
import dev.andon.TestKind;
import dev.andon.internal.bytecode.AnnotationFacts;
import java.lang.annotation.Repeatable;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReflectedAnnotationsTest {

    @OperationalReadiness(packagesOf = ReflectedAnnotationsTest.class)
    @RequireProof
    @RequireProof(kind = TestKind.UNIT)
    static class Proven {}

    @Test
    void proofs_are_read() {
        assertThat(ReflectedAnnotations.annotations(Proven.class))
                .extracting(AnnotationFacts::type)
                .containsExactly(
                        OperationalReadiness.class.getName(),
                        RequireProof.class.getName(),
                        RequireProof.class.getName());
    }

    /** One that is forgotten would demand nothing, without a word. */
    @Test
    void every_repeatable_annotation_of_readiness_classes_is_read() {
        assertThat(ReflectedAnnotations.REPEATABLE.stream().map(Class::getName).collect(Collectors.toSet()))
                .containsAll(new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                        .importPackages("dev.andon").stream()
                                .filter(type -> type.getPackageName().equals("dev.andon")
                                        && type.isAnnotation()
                                        && type.isAnnotatedWith(Repeatable.class)
                                        && type.getSimpleName().matches("Require.*|Waive|Exempt.*|KeyOperation"))
                                .map(JavaClass::getName)
                                .toList());
    }
}
