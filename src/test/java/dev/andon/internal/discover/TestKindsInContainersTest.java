package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestKindsInContainersTest {

    @TempDir
    Path temp;

    /** As Arquillian's documentation runs a test: by an extension, a runner, or an annotation that holds the extension. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGRATION | @org.junit.jupiter.api.extension.ExtendWith(ArquillianExtension.class)",
                "INTEGRATION | @org.junit.runner.RunWith(Arquillian.class)",
                "INTEGRATION | @ArquillianTest",
                "UNIT        | @org.junit.jupiter.api.extension.ExtendWith(org.acme.Other.class)"
            })
    void a_deployment_runs_in_a_container_that_may_be_another_process(TestKind kind, String annotation) {
        BuiltProject build = BuiltProject.in(temp)
                .library(
                        "package org.jboss.arquillian.junit5; public class ArquillianExtension"
                                + " implements org.junit.jupiter.api.extension.Extension {}",
                        "package org.jboss.arquillian.junit5.container.annotation;"
                                + " @org.junit.jupiter.api.extension.ExtendWith(org.jboss.arquillian.junit5.ArquillianExtension.class)"
                                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + " public @interface ArquillianTest {}",
                        "package org.acme; public class Other implements org.junit.jupiter.api.extension.Extension {}",
                        "package org.jboss.arquillian.junit; public abstract class Arquillian extends org.junit.runner.Runner {}")
                .test(
                        "shop",
                        "package com.acme; import org.jboss.arquillian.junit.*; import org.jboss.arquillian.junit5.*;"
                                + " import org.jboss.arquillian.junit5.container.annotation.*; "
                                + annotation
                                + " public class OrderTest { @org.junit.jupiter.api.Test @org.junit.Test public void test() {} }");

        List<TestClass> found =
                Discovery.discover(build.index(), DiscoveryRequest.of()).testClasses();

        assertThat(found).singleElement().satisfies(test -> {
            assertThat(test.kind()).isEqualTo(kind);
            assertThat(test.sameProcess()).isEqualTo(kind == TestKind.UNIT);
        });
    }
}
