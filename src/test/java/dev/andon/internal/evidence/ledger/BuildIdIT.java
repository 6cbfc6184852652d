package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BuildIdIT {

    @Test
    void a_build_began_no_earlier_than_its_process() throws IOException {
        Instant before = Instant.now();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .start();
        try {
            assertThat(BuildId.of(process.toHandle(), BuildId.Kind.PROCESS).began())
                    .isAfterOrEqualTo(before);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void the_build_of_a_daemon_is_told_from_that_of_a_Maven_that_ends() {
        String main = "org.codehaus.plexus.classworlds.launcher.Launcher";
        assertThat(BuildId.kindOf("-cp", "x.jar", main, "verify")).isEqualTo(BuildId.Kind.PROCESS);
        assertThat(BuildId.kindOf("-Dmvnd.home=/x", main)).isEqualTo(BuildId.Kind.DAEMON);
        assertThat(BuildId.kindOf("org.gradle.launcher.daemon.bootstrap.GradleDaemon"))
                .isEqualTo(BuildId.Kind.DAEMON);
        assertThat(BuildId.kindOf()).isEqualTo(BuildId.Kind.DAEMON);
    }
}
