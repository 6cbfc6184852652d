package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineCodecTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private static Baseline of(Baseline.Entry... entries) {
        TreeMap<Baseline.Entry, LocalDate> days = new TreeMap<>();
        Stream.of(entries).forEach(entry -> days.put(entry, DAY));
        return new Baseline(days);
    }

    static Baseline.Entry untested(int number) {
        return new Baseline.Entry("unit-tests", "com.acme.Service%04d".formatted(number), "no-test");
    }

    static Baseline numbered(int count) {
        return of(
                IntStream.range(0, count).mapToObj(BaselineCodecTest::untested).toArray(Baseline.Entry[]::new));
    }

    @Test
    void what_is_written_is_read_whatever_the_names_hold() {
        Baseline written = of(
                new Baseline.Entry(
                        "tests-assert", "com.acme.Orders", "asserts-nothing:OrderIT.a | b\n\u001b[31m\u202e"),
                new Baseline.Entry("unit-tests", "GET /orders (lambda)", ""),
                new Baseline.Entry("unit-tests", "<script>", "# end of baseline"));

        String text = BaselineCodec.encode(written);

        assertThat(BaselineCodec.decode(text, "file")).isEqualTo(written);
        assertThat(text.lines()).hasSize(6).allMatch(line -> line.startsWith("#") || line.split(" \\| ").length == 4);
        assertThat(text).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void a_file_with_windows_line_ends_is_read() {
        Baseline baseline = numbered(3);

        assertThat(BaselineCodec.decode(BaselineCodec.encode(baseline).replace("\n", "\r\n"), "file"))
                .isEqualTo(baseline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit-tests | com.acme.A | no-test",
                "unit-tests com.acme.A no-test 2026-11-26",
                "unit-tests | com.acme.A | no-test | soon",
                "unit-tests | com.acme.Service0000 | no-test | 2026-11-26",
                "unit-tests | com.acme.Service0001 | no-test | 2026-11-26",
                "",
                "<<<<<<< ours"
            })
    void a_line_that_a_hand_wrote_wrongly_is_named(String line) {
        List<String> lines = new java.util.ArrayList<>(
                BaselineCodec.encode(numbered(2)).lines().toList());
        lines.add(4, line);

        assertThatThrownBy(() -> BaselineCodec.decode(String.join("\n", lines) + "\n", "andon-baseline.txt"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("andon-baseline.txt, line 5, cannot be read: ");
    }

    @Test
    void a_truncated_file_is_an_error_wherever_it_ends() {
        String text = BaselineCodec.encode(numbered(3));

        for (int length = 0; length < text.length() - 1; length++) {
            String part = text.substring(0, length);
            assertThatThrownBy(() -> BaselineCodec.decode(part, "file")).isInstanceOf(MalformedFileException.class);
        }
    }
}
