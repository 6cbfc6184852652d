package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

class OrderControllerIT extends RunningShop {

    @Test
    void places_and_reads_an_order() {
        Order placed = place("CUP-1", 2);

        shop.get()
                .uri("/orders/{id}", placed.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PLACED")
                .jsonPath("$.lines[0].sku")
                .isEqualTo("CUP-1")
                .jsonPath("$.total.toPay")
                .isEqualTo(28.90);
    }

    @Test
    void rejects_an_empty_order_with_a_problem() {
        shop.post()
                .uri("/orders")
                .body(new OrderRequest("Ann", List.of()))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("An order needs at least one item");
    }

    @Test
    void sells_no_more_teapots_than_there_are() {
        shop.post()
                .uri("/orders")
                .body(new OrderRequest("Ann", List.of(new OrderRequest.Item("POT-1", 4))))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void does_not_find_an_unknown_order() {
        shop.get()
                .uri("/orders/{id}", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void cancels_an_order() {
        Order placed = place("CUP-1", 1);

        shop.delete().uri("/orders/{id}", placed.id()).exchange().expectStatus().isNoContent();

        assertThat(shop.get()
                        .uri("/orders/{id}", placed.id())
                        .exchange()
                        .expectBody(Order.class)
                        .returnResult()
                        .getResponseBody()
                        .status())
                .isEqualTo(Order.Status.CANCELLED);
    }

    private Order place(String sku, int quantity) {
        return shop.post()
                .uri("/orders")
                .body(new OrderRequest("Ann", List.of(new OrderRequest.Item(sku, quantity))))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Order.class)
                .returnResult()
                .getResponseBody();
    }
}
