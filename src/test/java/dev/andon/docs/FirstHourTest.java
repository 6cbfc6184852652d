package dev.andon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user reads and runs first. */
class FirstHourTest {
    private static final int THREE_SCREENS = 120;
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Path FIRST_LOOK = Path.of("examples", "first-look");

    @TempDir
    Path temp;

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    @Test
    void the_readme_has_three_screens() throws IOException {
        assertThat(text("README.md").lines()).hasSizeLessThanOrEqualTo(THREE_SCREENS);
    }

    @Test
    void each_command_of_the_readme_is_one_program_and_ci_runs_it_or_more() throws IOException {
        List<String> commands = COMMANDS.matcher(text("README.md"))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```sh", "").replace("```", "").strip())
                .toList();

        assertThat(commands)
                .hasSize(3)
                .allSatisfy(command -> assertThat(command).startsWith("mvn ").doesNotContain("&&", "\n", ";", "|"));
        assertThat(text(".ci/run").lines()).contains(commands.get(0), commands.get(1));
        // What it shows is one of the integration tests that CI runs.
        assertThat(commands.get(2)).isEqualTo("mvn -q -ntp -Poutage verify");
        assertThat(text("pom.xml")).contains("<id>outage</id>", "<it.test>StoppedDatabaseIT</it.test>");
        assertThat(Path.of("src/test/java/dev/andon/examples/StoppedDatabaseIT.java"))
                .exists();
    }

    @Test
    void where_the_readiness_class_goes_is_said_in_two_sentences_and_nowhere_differently() throws IOException {
        String sentences = """
                Where Failsafe does not run, let its name end in `ReadinessTest`: Surefire runs it after all other tests.
                Where Failsafe runs integration tests, let its name end in `ReadinessIT`: Failsafe runs it last, after Surefire's tests and its own, with no further configuration.
                """;

        assertThat(text("README.md")).contains(sentences);
        assertThat(text("docs/getting-started.md")).contains(sentences);
    }

    @Test
    void the_first_look_compiles_and_names_files_that_exist() throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        String source = text(FIRST_LOOK.resolve("FirstLook.java").toString());

        assertThat(javac.run(
                        null,
                        null,
                        null,
                        "-d",
                        temp.toString(),
                        FIRST_LOOK.resolve("FirstLook.java").toString()))
                .isZero();
        Matcher broken = Pattern.compile("resolve\\(\"(src/[^\"]+)\"\\)").matcher(source);
        assertThat(broken.find()).isTrue();
        assertThat(Path.of("examples", "shop").resolve(broken.group(1))).exists();
        assertThat(Path.of("docs", "getting-started.md")).exists();
        assertThat(text("pom.xml")).contains("<id>first-look</id>", "examples/first-look/FirstLook.java");
    }
}
