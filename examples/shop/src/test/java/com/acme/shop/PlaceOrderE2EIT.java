package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;

/** A customer's way through the shop: the checkout is open, browse, order, read the order back, change one's mind. */
@Tag("e2e")
class PlaceOrderE2EIT extends RunningShop {

    @Test
    void browse_place_read_back_and_cancel() {
        shop.get().uri("/checkout/health").exchange().expectStatus().isOk();

        Product pot = browse().stream()
                .filter(product -> product.name().startsWith("Teapot"))
                .findFirst()
                .orElseThrow();

        Order placed = shop.post()
                .uri("/orders")
                .body(new OrderRequest("Ben", List.of(new OrderRequest.Item(pot.sku(), 1))))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Order.class)
                .returnResult()
                .getResponseBody();
        assertThat(placed.total().getToPay()).isEqualByComparingTo(pot.price());
        assertThat(stock(pot.sku())).isEqualTo(pot.stock() - 1);

        assertThat(read(placed)).isEqualTo(placed);

        shop.delete().uri("/orders/{id}", placed.id()).exchange().expectStatus().isNoContent();

        assertThat(read(placed).status()).isEqualTo(Order.Status.CANCELLED);
        assertThat(stock(pot.sku())).isEqualTo(pot.stock());
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

    private int stock(String sku) {
        return shop.get()
                .uri("/products/{sku}", sku)
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
