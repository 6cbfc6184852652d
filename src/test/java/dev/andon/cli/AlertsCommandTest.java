package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.Compiled;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AlertsCommandTest {
    private static final String CANARY = """
            package com.acme;
            @dev.andon.Canary(operation = "place an order", route = "POST /orders", every = "5m", tolerance = "3/5")
            public class PlaceAnOrderCanary {
                static { if (true) throw new IllegalStateException("it was loaded"); }
                @org.junit.jupiter.api.Test void placed() {}
            }
            """;

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int alerts(String source, String... arguments) {
        Path classes = Compiled.into(temp.resolve("classes")).source(source).compile();
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"canary", "alerts", "--class-path", classes.toString()}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return Main.run(commandLine, all);
    }

    @Test
    void canaries_are_read_and_not_loaded() {
        assertThat(alerts(CANARY, "--format", "prometheus", "--locations", "2/3"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("canary=\\\"place-an-order\\\"").contains(">= 2");
        assertThat(alerts(CANARY, "--format", "cloudwatch")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("CanaryPlaceAnOrderFailing");
        assertThat(alerts(CANARY, "--format", "grafana")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\"uid\"");
    }

    @Test
    void nothing_is_exported_where_a_canary_would_stay_silent() {
        assertThat(alerts(CANARY.replace("every = \"5m\", ", ""), "--format", "prometheus"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("com.acme.PlaceAnOrderCanary").contains("`every`");
        assertThat(out.toString()).isEmpty();
        assertThat(alerts(
                        "package com.acme; class Other {}".replace("Other", "PlaceAnOrderCanary"),
                        "--format",
                        "grafana"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("has @Canary");
    }

    @Test
    void wrong_arguments_are_misuse() {
        assertThat(alerts(CANARY)).isEqualTo(2);
        assertThat(alerts(CANARY, "--format", "nagios")).isEqualTo(2);
        assertThat(alerts(CANARY, "--format", "prometheus", "--locations", "4/3"))
                .isEqualTo(2);
        assertThat(alerts(CANARY, "--format", "grafana", "--locations", "2/3")).isEqualTo(2);
        assertThat(alerts(
                        CANARY,
                        "--format",
                        "grafana",
                        "--class-path",
                        temp.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }
}
