package dev.andon.internal.prove.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.prove.agent.ChangedResults.Way;
import dev.andon.testing.RealLibraries;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
