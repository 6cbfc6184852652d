package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.andon.OperationalReadiness;
import dev.andon.RequireProof;
import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.testing.Compiled;
import dev.andon.testing.OwnClasses;
import java.lang.annotation.Repeatable;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReflectedAnnotationsTest {

    /** Compiled here: among our own test classes it would be a second readiness class of our build. */
    @Test
    void proofs_are_read(@TempDir Path temp) throws Exception {
        Path classes = Compiled.into(temp)
                .source("package com.acme; import dev.andon.*;"
                        + " @OperationalReadiness(packagesOf = Proven.class) @RequireProof @RequireProof(kind = TestKind.UNIT)"
                        + " public class Proven {}")
                .compile();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(ReflectedAnnotations.annotations(loader.loadClass("com.acme.Proven")))
                    .extracting(AnnotationFacts::type)
                    .containsExactly(
                            OperationalReadiness.class.getName(),
                            RequireProof.class.getName(),
                            RequireProof.class.getName());
        }
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
