package dev.andon.internal.prove.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.prove.agent.ChangedResults.Way;
import dev.andon.testing.RealLibraries;
import java.io.ByteArrayInputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedResultsTest {

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -1,
                1.5,
                1e17,
                1e300,
                -1e300,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void a_number_becomes_another_whatever_it_is(double number) {
        assertThat(changed(number)).isNotEqualTo(number);
        assertThat(changed((float) number)).isNotEqualTo((float) number);
    }

    private static Object changed(Object value) {
        ChangedResults.Changed changed = ChangedResults.of(value, Way.VALUES);
        return changed == null ? value : changed.value();
    }

    /** Some of the values that answers hold. */
    static List<Object> values() {
        return List.of(
                Duration.ofMinutes(3),
                Period.ZERO,
                new Date(0),
                Timestamp.valueOf("2026-01-02 03:04:05"),
                DayOfWeek.MONDAY,
                Locale.FRANCE,
                Currency.getInstance("EUR"),
                URI.create("https://example.org/a?b#c"),
                Path.of("a", "b"),
                OptionalInt.of(3),
                ZoneId.of("Europe/Paris"),
                new ByteArrayInputStream(new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("values")
    void each_type_of_value_has_another(Object value) {
        assertThat(changed(value)).isNotEqualTo(value);
    }

    @Test
    void what_holds_values_is_of_the_same_kind_afterwards() {
        assertThat(changed(new EnumMap<>(Map.of(DayOfWeek.MONDAY, 1))))
                .isEqualTo(new EnumMap<>(Map.of(DayOfWeek.MONDAY, 2)));
        assertThat(changed(new ArrayDeque<>(List.of(1)))).isInstanceOf(ArrayDeque.class);
        assertThat(changed(EnumSet.of(DayOfWeek.SUNDAY))).isEqualTo(EnumSet.of(DayOfWeek.MONDAY));
        TreeSet<String> sorted = new TreeSet<>(Comparator.reverseOrder());
        sorted.addAll(List.of("a", "b"));
        assertThat((TreeSet<?>) changed(sorted))
                .extracting(Object::toString)
                .containsExactly("b (changed)", "a (changed)");
        assertThat(changed(new HashMap<>(Map.of("a", 1)).values())).isEqualTo(List.of(2));
    }

    @Test
    void a_set_in_which_each_constant_would_become_another_of_them_stays() {
        assertThat(ChangedResults.of(Set.of(true, false), Way.VALUES)).isNull();
        assertThat(ChangedResults.of(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), Way.VALUES))
                .isNull();
        assertThat(ChangedResults.of(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), Way.ELEMENTS))
                .isNotNull();
        assertThat(changed(Set.of(true))).isEqualTo(Set.of(false));
    }

    @Test
    void the_elements_of_a_stream_are_changed_as_it_is_read() {
        assertThat(later(Way.VALUES)).isEqualTo(List.of("a (changed)", "b (changed)"));
        assertThat(later(Way.ELEMENTS)).isEqualTo(List.of("b"));
    }

    @Test
    void the_response_of_a_functional_handler_keeps_its_status()
            throws ReflectiveOperationException, MalformedURLException {
        List<URL> jars = new ArrayList<>();
        for (Path jar : RealLibraries.jars()) {
            jars.add(jar.toUri().toURL());
        }
        for (Path jar : RealLibraries.spring()) {
            if (jar.getFileName().toString().startsWith("spring-jcl")) {
                jars.add(jar.toUri().toURL());
            }
        }
        Class<?> type = Class.forName(
                "org.springframework.web.servlet.function.EntityResponse",
                true,
                new URLClassLoader(jars.toArray(URL[]::new)));
        Object builder = type.getMethod("fromObject", Object.class).invoke(null, "an order");
        Object response = type.getClassLoader()
                .loadClass(type.getName() + "$Builder")
                .getMethod("build")
                .invoke(builder);

        ChangedResults.Changed changed = Objects.requireNonNull(ChangedResults.of(response, Way.VALUES));

        assertThat(changed.changes()).containsExactly("the value changed");
        assertThat(type.getMethod("entity").invoke(changed.value())).isEqualTo("an order (changed)");
        assertThat(type.getMethod("entity").invoke(response)).isEqualTo("an order");
        assertThat(type.getMethod("statusCode").invoke(changed.value()))
                .isEqualTo(type.getMethod("statusCode").invoke(response));
    }

    private static List<?> later(Way way) {
        return ((Stream<?>) Objects.requireNonNull(ChangedResults.later(Stream.of("a", "b"), way))).toList();
    }
}
