package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Customers' ways through the shop as a whole, from looking around to changing one's mind; each leaves the stock as it was. */
@Tag("e2e")
class PlaceOrderE2EIT extends RunningShop {

    @Test
    void browse_place_read_back_and_cancel() {
        shop.get().uri("/checkout/health").exchange().expectStatus().isOk();

        Product pot = teapot();
        Order placed = place("Ben", pot, 1);
        assertThat(placed.total().getToPay()).isEqualByComparingTo(pot.price());
        assertThat(stock(pot)).isEqualTo(pot.stock() - 1);

        assertThat(read(placed)).isEqualTo(placed);

        cancel(placed);
        assertThat(read(placed).status()).isEqualTo(Order.Status.CANCELLED);
        assertThat(stock(pot)).isEqualTo(pot.stock());
    }

    @Test
    void the_last_pieces_go_to_the_next_customer_when_the_first_cancels() {
        Product pot = teapot();
        Order first = place("Ben", pot, pot.stock());
        order("Eve", pot, 1).expectStatus().isEqualTo(HttpStatus.CONFLICT);

        cancel(first);
        Order second = place("Eve", pot, 1);

        assertThat(read(second).status()).isEqualTo(Order.Status.PLACED);
        cancel(second);
    }

    @Test
    void the_checkout_counts_only_what_is_still_to_be_had() {
        Product pot = teapot();
        long before = sellable();

        Order all = place("Ben", pot, pot.stock());
        assertThat(sellable()).isEqualTo(before - 1);

        cancel(all);
        assertThat(sellable()).isEqualTo(before);
    }

    private Product teapot() {
        return browse().stream()
                .filter(product -> product.name().startsWith("Teapot"))
                .findFirst()
                .orElseThrow();
    }

    private Order place(String customer, Product product, int quantity) {
        return order(customer, product, quantity)
                .expectStatus()
                .isCreated()
                .expectBody(Order.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec order(String customer, Product product, int quantity) {
        return shop.post()
                .uri("/orders")
                .body(new OrderRequest(customer, List.of(new OrderRequest.Item(product.sku(), quantity))))
                .exchange();
    }

    private void cancel(Order order) {
        shop.delete().uri("/orders/{id}", order.id()).exchange().expectStatus().isNoContent();
    }

    private long sellable() {
        return shop.get()
                .uri("/checkout/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(CheckoutController.Health.class)
                .returnResult()
                .getResponseBody()
                .sellable();
    }

    private List<Product> browse() {
        return shop.get()
                .uri("/products")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Product>>() {})
                .returnResult()
                .getResponseBody();
    }

    private int stock(Product product) {
        return shop.get()
                .uri("/products/{sku}", product.sku())
                .exchange()
                .expectBody(Product.class)
                .returnResult()
                .getResponseBody()
                .stock();
    }

    private Order read(Order order) {
        return shop.get()
                .uri("/orders/{id}", order.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Order.class)
                .returnResult()
                .getResponseBody();
    }
}
