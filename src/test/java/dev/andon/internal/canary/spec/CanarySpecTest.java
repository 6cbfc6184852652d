package dev.andon.internal.canary.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanarySpecTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "10s, PT10S", "1m, PT1M", "2h, PT2H", "1d, P1D", "10 S, PT10S", "PT90S, PT90S"})
    void durations_are_read(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "10", "s", "-1s", "0s", "1.5s", "PT", "P-1D", "9999999999s", "1 week"})
    void what_is_no_duration_is_none(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500ms", "10s", "1m", "2h", "90s", "1500ms", "PT0.0005S", "1356ms"})
    void durations_are_told_as_they_are_written(String text) {
        assertThat(Durations.text(Durations.parse(text).orElseThrow())).isEqualTo(text);
    }

    @Test
    void what_is_written_is_read_as_the_same() {
        for (long nanos = 1; nanos > 0 && nanos < Long.MAX_VALUE / 7; nanos = nanos * 7 + 3) {
            for (long unit : new long[] {1, 1_000_000, 1_000_000_000, 60_000_000_000L}) {
                Duration duration = Duration.ofNanos(nanos - nanos % unit + unit);
                assertThat(Durations.parse(Durations.text(duration))).contains(duration);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3/5, 3, 5, false",
        "1/1, 1, 1, true",
        "1/5, 1, 5, true",
        "2 / 2, 2, 2, false",
        "3 in a row, 3, 3, false"
    })
    void tolerances_are_read(String text, int failures, int window, boolean trips) {
        Tolerance tolerance = Tolerance.parse(text).orElseThrow();

        assertThat(tolerance).isEqualTo(new Tolerance(failures, window));
        assertThat(tolerance.tripsOnOne()).isEqualTo(trips);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5/3", "0/5", "3", "three of five", "-1/5", "99999/99999"})
    void what_is_no_tolerance_is_none(String text) {
        assertThat(Tolerance.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.PlaceAnOrderCanary, place-an-order",
        "com.acme.Canaries$BrowseCanary, browse",
        "com.acme.HTTPHealthCanaryTest, http-health",
        "PlaceOrder2Canary, place-order2",
        "Canary, canary",
        "com.acme.Überweisung_Canary, berweisung"
    })
    void a_class_names_its_canary(String className, String name) {
        assertThat(CanaryName.ofClass(className)).isEqualTo(name);
        assertThat(CanaryName.valid(name)).isTrue();
    }

    private static CanaryDeclaration written(
            String operation, String name, String every, String tolerance, int retries) {
        return new CanaryDeclaration(
                "com.acme.ACanary", name, operation, "", every, "", "", "", "", tolerance, retries);
    }

    @Test
    void a_canary_that_says_nothing_but_its_operation_is_bounded_all_the_same() {
        CanarySpec spec = CanarySpec.of(written("browse", "", "", "", 0));

        assertThat(spec.name()).isEqualTo("a");
        assertThat(spec.bound()).isEqualTo(Duration.ofSeconds(30));
        assertThat(spec.every()).isEmpty();
    }

    @Test
    void misuse_names_the_attribute_and_the_fix() {
        assertThatThrownBy(() -> CanarySpec.of(written(" ", "", "", "", 0)))
                .hasMessage(
                        "@Canary(operation = \" \") on com.acme.ACanary: name the key operation in the users' words");
        assertThatThrownBy(() -> CanarySpec.of(written("browse", "A B", "", "", 0)))
                .hasMessageContaining("name = \"A B\"");
        assertThatThrownBy(() -> CanarySpec.of(written("browse", "", "often", "", 0)))
                .hasMessageEndingWith("write a duration such as 500ms, 10s or 1m");
        assertThatThrownBy(() -> CanarySpec.of(written("browse", "", "", "5/3", 0)))
                .hasMessageEndingWith("write failures/runs such as 3/5, or 3 in a row");
        assertThatThrownBy(() -> CanarySpec.of(written("browse", "", "", "", 2)))
                .hasMessageEndingWith("retry once at most: more hides failures");
    }

    @ParameterizedTest
    @CsvSource({"/up, false", "' /up', false", "GET /up, true", "'', true"})
    void a_route_has_a_verb(String of, boolean right) {
        CanaryDeclaration written =
                new CanaryDeclaration("com.acme.ACanary", "", "health", of, "", "", "", "", "", "", 0);
        if (right) {
            assertThat(CanarySpec.of(written).route()).isEqualTo(of);
        } else {
            assertThatThrownBy(() -> CanarySpec.of(written))
                    .isInstanceOf(CanaryConfigurationException.class)
                    .hasMessageEndingWith("on com.acme.ACanary: write the verb too, for example GET /up");
        }
    }
}
