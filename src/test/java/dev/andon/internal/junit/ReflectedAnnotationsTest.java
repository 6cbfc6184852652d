package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.andon.OperationalReadiness;
import dev.andon.RequireProof;
import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.junit.fixtures.Proven;
import dev.andon.testing.OwnClasses;
import java.lang.annotation.Repeatable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReflectedAnnotationsTest {

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
                .containsAll(OwnClasses.PRODUCTION.stream()
                        .filter(type -> type.getPackageName().equals("dev.andon")
                                && type.isAnnotation()
                                && type.isAnnotatedWith(Repeatable.class)
                                && type.getSimpleName().matches("Require.*|Waive|Exempt.*|KeyOperation"))
                        .map(JavaClass::getName)
                        .toList());
    }
}
