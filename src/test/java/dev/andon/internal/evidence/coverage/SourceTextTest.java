package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that continues the one before begins with {@code >} here, which stands for nothing. */
class SourceTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                return a
                >     && b
                >     || c;
                foo();
                """,
                """
                String url = "http://here";
                private int count;
                """,
                """
                list.stream()
                >     // those that count
                >     .filter(x -> x)

                >     .toList();
                """,
                """
                call(
                >     1, /* one
                >     of two */
                >     2);
                """,
                """
                String sql = \"""
                >     select * from "till"
                >     where id = ?
                >     \""";
                int other;
                """,
                """
                switch (a) {
                case 1:
                int local;
                case 2 ->
                int other;
                """,
                """
                i++
                private static int k;
                """,
                // Kotlin ends a statement without a sign.
                """
                val a = 1
                private val b: Int
                val c = a +
                >     b
                val d = a
                >     ?.let { it }
                """,
                """
                @Column(name = "x",
                      nullable = false)
                private int x;
                """,
                """
                char quote = '"';
                int x;
                """,
                """
                return
                >     1;
                """,
                """
                /* a comment
                 * with ; and ( */
                int x;
                """
            })
    void knows_which_line_goes_on(String text) {
        List<String> marked = text.lines().toList();
        List<String> lines = marked.stream()
                .map(line -> line.startsWith(">") ? line.substring(1) : line)
                .toList();
        SourceText source = SourceText.of(lines);

        List<Integer> goOn = new ArrayList<>();
        IntStream.rangeClosed(1, lines.size())
                .filter(line -> !lines.get(line - 1).isBlank()
                        && !lines.get(line - 1).strip().startsWith("//")
                        && source.continued(line).isPresent())
                .forEach(goOn::add);

        List<Integer> expected = new ArrayList<>();
        IntStream.rangeClosed(1, lines.size())
                .filter(line -> marked.get(line - 1).startsWith(">")
                        && !lines.get(line - 1).strip().startsWith("//"))
                .forEach(expected::add);
        assertThat(goOn).isEqualTo(expected);
    }
}
