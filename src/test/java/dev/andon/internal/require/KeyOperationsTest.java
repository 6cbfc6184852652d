package dev.andon.internal.require;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOperationsTest {
    private static final Requirements.Operation PLACE = operation("place an order", "POST /orders", "");

    private static Requirements.Operation operation(String name, String of, String service) {
        return new Requirements.Operation(name, of, service.isEmpty() ? List.of() : List.of(service));
    }

    private static List<Requirements.Operation> together(
            List<Requirements.Operation> declared, Requirements.Operation... written) {
        return KeyOperations.together("com.acme.ShopReadinessTest", declared, "operations.yaml", List.of(written));
    }

    @Test
    void a_path_without_a_verb_is_refused_with_what_to_write() {
        assertThatThrownBy(() -> operation("health", " /up", ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the key operation \"health\" has route = /up without a verb: write for example GET /up");
    }

    @Test
    void a_file_alone_is_enough() {
        assertThat(together(List.of(), PLACE)).containsExactly(PLACE);
    }

    @Test
    void the_same_operations_twice_complete_each_other() {
        assertThat(together(List.of(PLACE), operation("Place an  order", "", "com.acme.Orders")))
                .containsExactly(operation("place an order", "POST /orders", "com.acme.Orders"));
    }

    @Test
    void operations_that_differ_are_named_on_both_sides() {
        refused(
                "@KeyOperation names \"place an order\", the file does not; the file names \"refund\", @KeyOperation does not",
                operation("refund", "", ""));
        refused(
                "\"place an order\" has route = POST /orders and PUT /orders",
                operation("place an order", "PUT /orders", ""));
        assertThatThrownBy(() -> together(List.of(), PLACE, operation("PLACE an order", "", "")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("operations.yaml names \"PLACE an order\" twice");
    }

    private static void refused(String words, Requirements.Operation written) {
        assertThatThrownBy(() -> together(List.of(PLACE), written))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("com.acme.ShopReadinessTest and of operations.yaml differ")
                .hasMessageContaining(words);
    }
}
