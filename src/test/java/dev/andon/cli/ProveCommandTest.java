package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ProveCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return Main.run(commandLine, arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "--kind,canary,there are UNIT",
        "--kind,any,there are UNIT",
        "--budget,soon,write a duration",
        "--budget,0s,write a duration",
        "--shard,9/8,2/8"
    })
    void what_makes_no_sense_is_a_misuse_in_one_line(String option, String value, String fix, @TempDir Path folder) {
        int code =
                run("prove", folder.toString(), "--out", folder.resolve("out").toString(), option, value);

        assertThat(code).isEqualTo(ExitCode.ERROR);
        assertThat(Stream.of(err.toString().split("\n"))).hasSize(1);
        assertThat(err.toString()).contains(fix);
    }

    @Test
    void its_help_says_that_it_runs_the_tests() {
        assertThat(run("prove", "--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("Runs the project's tests, many times");
    }
}
