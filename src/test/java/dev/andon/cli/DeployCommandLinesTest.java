package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.formats.RunnerSettings;
import dev.andon.internal.formats.RunnerSettingsCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command lines in the files that deploy the example's canaries are understood by the command line itself. */
class DeployCommandLinesTest {
    private static final Path DEPLOY = Path.of("examples", "shop-canaries", "deploy");

    private static String read(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }

    private static List<String> found(String file, String pattern, String separator) throws IOException {
        List<MatchResult> lines =
                Pattern.compile(pattern).matcher(read(file)).results().toList();
        assertThat(lines).as(file).hasSize(1);
        return Arrays.stream(lines.get(0).group(1).split(separator))
                .map(word -> word.replace("\"", "").strip())
                .toList();
    }

    private static void understood(List<String> arguments) {
        String[] all = Stream.concat(Stream.of("canary"), arguments.stream()).toArray(String[]::new);
        assertThatCode(() -> Main.commandLine().parseArgs(all))
                .as(arguments.toString())
                .doesNotThrowAnyException();
    }

    @Test
    void each_command_line_names_known_commands_and_options() throws IOException {
        understood(found("Containerfile", "CMD \\[(.*)]", ","));
        understood(found("shop-canaries.service", "ExecStart=.* canary (.*)", " "));
        understood(found("kubernetes-run.yaml", "args: \\[(.*)]", ","));
        understood(found("kubernetes-once.yaml", "args: \\[(.*)]", ","));
        assertThatThrownBy(() -> Main.commandLine().parseArgs("canary", "run", "--class-pat", "a.jar"))
                .isInstanceOf(CommandLine.ParameterException.class);
    }

    /** A variable that is not there ends the process before anything runs. */
    @Test
    void each_variable_that_the_settings_name_is_set() throws IOException {
        RunnerSettings settings = RunnerSettingsCodec.decode(read("andon.yaml"), "andon.yaml");
        List<String> variables = Stream.concat(
                        settings.receivers().stream().flatMap(receiver -> receiver.routingKey().stream()),
                        settings.deadMan().stream())
                .map(source -> source.text())
                .toList();
        assertThat(variables).hasSize(2);
        for (String file : List.of("kubernetes-run.yaml", "kubernetes-once.yaml", "shop-canaries.service")) {
            assertThat(read(file)).contains(variables);
        }
    }
}
