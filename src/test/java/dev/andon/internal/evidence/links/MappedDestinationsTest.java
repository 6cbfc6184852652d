package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedDestinationsTest {

    @ParameterizedTest
    @CsvSource({
        "/app/orders, orders, true",
        "/app/orders/7, orders/{id}, true",
        "/app/order-7, order-{id}, true",
        "/app/orders/7/lines, orders/**, false",
        "/app/orders, **, false",
    })
    void a_template_takes_a_message_certainly_or_perhaps(String name, String template, boolean certain) {
        assertThat(takes(name, template)).hasValue(certain);
    }

    @ParameterizedTest
    @CsvSource({"/app/baskets, orders", "/app/baskets/7, orders/**", "/app/orders, orders/{id}/lines"})
    void other_messages_it_takes_not(String name, String template) {
        assertThat(takes(name, template)).isEmpty();
    }

    private static Optional<Boolean> takes(String name, String template) {
        return MappedDestinations.takes(List.of(name), List.of(template), Pattern.compile("app"));
    }
}
