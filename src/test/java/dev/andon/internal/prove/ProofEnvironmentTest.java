package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProofEnvironmentTest {

    private static final String TWO = "/shop/test-classes" + File.pathSeparator + "/repo/lib.jar";

    @Test
    void the_class_path_is_that_of_the_jvm() {
        assertThat(ProofEnvironment.classPath(Map.of("java.class.path", TWO)::get))
                .containsExactly(
                        Path.of("/shop/test-classes").toAbsolutePath(),
                        Path.of("/repo/lib.jar").toAbsolutePath());
    }

    @Test
    void where_surefire_starts_the_jvm_with_a_manifest_it_says_the_class_path_otherwise() {
        assertThat(ProofEnvironment.classPath(Map.of(
                        "java.class.path",
                        "/shop/target/surefire/surefirebooter-20260101_3.jar",
                        "surefire.test.class.path",
                        TWO)::get))
                .containsExactly(
                        Path.of("/shop/test-classes").toAbsolutePath(),
                        Path.of("/repo/lib.jar").toAbsolutePath());
    }

    @Test
    void modules_run_from_the_class_path() {
        assertThat(ProofEnvironment.classPath(Map.of("java.class.path", "/a.jar", "jdk.module.path", "/b.jar")::get))
                .containsExactly(
                        Path.of("/a.jar").toAbsolutePath(), Path.of("/b.jar").toAbsolutePath());
    }

    @Test
    void system_properties_are_handed_on_but_for_those_of_the_jvm_and_of_andon() {
        Properties all = new Properties();
        all.setProperty("db.password", "secret");
        all.setProperty("java.version", "17");
        all.setProperty("user.dir", "/shop");
        all.setProperty("java.util.logging.manager", "com.acme.Manager");
        all.setProperty("junit.jupiter.testclass.order.default", "dev.andon.internal.junit.ReadinessLastOrderer");

        assertThat(ProofEnvironment.properties(all))
                .containsOnly(
                        entry("db.password", "secret"),
                        entry("java.util.logging.manager", "com.acme.Manager"),
                        entry("dev.andon.proof", "true"));
    }
}
