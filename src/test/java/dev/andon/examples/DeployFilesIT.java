package dev.andon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.InstalledTool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools that read the deploy files accept them, and the exported ones are what the command line's jar exports today. */
class DeployFilesIT {
    private static final Path DEPLOY = Path.of("examples", "shop-canaries", "deploy");
    private static final Path CLI = Path.of("target", "andon-junit-0.1.0-SNAPSHOT-cli.jar");
    private static final Path CANARIES = Path.of("target", "it", "shop-canaries", "target", "classes");

    @TempDir
    Path temp;

    @Test
    void prometheus_accepts_its_configuration_and_the_rules() {
        InstalledTool.ofPrometheus("promtool").run(DEPLOY, "check", "config", "prometheus.yml");
    }

    @Test
    void alertmanager_pages_for_a_failing_operation_and_tells_the_owners_all_else() {
        InstalledTool amtool = InstalledTool.ofPrometheus("amtool");
        amtool.run(DEPLOY, "check-config", "alertmanager.yml");
        assertThat(route(amtool, "alertname=CanaryFailing", "severity=critical"))
                .isEqualTo("on-call");
        assertThat(route(amtool, "alertname=CanaryFailingAtLocation", "severity=warning"))
                .isEqualTo("owners");
        assertThat(route(amtool, "alertname=CanaryWithoutResult", "severity=warning"))
                .isEqualTo("owners");
        assertThat(route(amtool, "alertname=CanaryAbsent", "severity=warning")).isEqualTo("owners");
    }

    private static String route(InstalledTool amtool, String alert, String severity) {
        return amtool.run(DEPLOY, "config", "routes", "test", "--config.file=alertmanager.yml", alert, severity)
                .strip()
                .lines()
                .reduce("", (before, last) -> last);
    }

    @Test
    void systemd_accepts_the_unit() {
        InstalledTool.require("systemd-analyze", "apt-get install systemd")
                .run(DEPLOY, "verify", "./shop-canaries.service");
    }

    @ParameterizedTest
    @CsvSource({
        "prometheus, prometheus-rules.yml",
        "cloudwatch, cloudwatch-alarms.json",
        "grafana, grafana-dashboard.json"
    })
    void the_exported_files_are_those_of_today(String format, String file) throws Exception {
        Path out = temp.resolve(file);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        CLI.toString(),
                        "canary",
                        "alerts",
                        "--class-path",
                        CANARIES.toString(),
                        "--format",
                        format)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(DEPLOY.resolve(file)).hasSameTextualContentAs(out);
        assertThat(Files.size(out)).isPositive();
    }
}
