package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.Compiled;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceMetricsIT {

    @TempDir
    Path temp;

    private int once(Path metrics) {
        Path classes = Compiled.into(temp.resolve("classes")).source("""
                        package com.acme;
                        @dev.andon.Canary(operation = "place an order", every = "5m")
                        public class PlaceAnOrderCanary {
                            @org.junit.jupiter.api.Test
                            void placed(dev.andon.canary.CanaryClient client) { client.get("/"); }
                        }
                        """).compile();
        return Main.run(
                Main.commandLine(),
                "canary",
                "once",
                "--class-path",
                classes.toString(),
                "--log",
                temp.resolve("log").toString(),
                "--metrics",
                metrics.toString());
    }

    @Test
    void the_metrics_of_the_round_are_in_the_file() {
        Path metrics = temp.resolve("canaries.prom");
        assertThat(once(metrics)).isEqualTo(ExitCode.UNDECIDED);
        assertThat(metrics)
                .content()
                .contains("canary=\"place-an-order\"")
                .containsPattern("canary_runs_total\\{.*outcome=\"unknown\"} 1.0")
                .containsPattern("canary_runs_total\\{.*outcome=\"failure\"} 0.0");
    }

    @Test
    void a_file_that_cannot_be_written_changes_no_result() throws Exception {
        Path metrics = Files.createDirectories(temp.resolve("canaries.prom").resolve("below"));
        assertThat(once(metrics.getParent())).isEqualTo(ExitCode.UNDECIDED);
    }
}
