package com.acme.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.main.web-application-type=reactive")
@AutoConfigureWebTestClient
class PriceControllerIT {
    private final String isbn = UUID.randomUUID().toString();

    @Autowired
    private WebTestClient http;

    @BeforeEach
    void two_prices() {
        http.put()
                .uri("/prices/" + isbn)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(List.of(1.5, 2.25))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("[1.5,2.25]");
    }

    private void answers(String path, String text) {
        http.get().uri("/prices/" + isbn + path).exchange().expectBody(String.class).isEqualTo(text);
    }

    private WebTestClient.BodyContentSpec body(String path) {
        return http.get().uri("/prices/" + isbn + path).exchange().expectStatus().isOk().expectBody();
    }

    @Test
    void lists() {
        body("").json("[1.5,2.25]");
        body("/list").json("[1.5,2.25]");
        http.get()
                .uri("/prices/{isbn}/lines", isbn)
                .exchange()
                .expectBodyList(Price.class)
                .isEqualTo(List.of(new Price(isbn, new BigDecimal("1.5")), new Price(isbn, new BigDecimal("2.25"))));
    }

    @Test
    void counts_and_sums() {
        answers("/count", "2");
        answers("/sum", "3.75");
    }

    @Test
    void finds_the_first() {
        body("/first").jsonPath("$.amount").isEqualTo(1.5).jsonPath("$.isbn").isEqualTo(isbn);
        body("/future").jsonPath("$.amount").isEqualTo(1.5).jsonPath("$.isbn").isEqualTo(isbn);
    }

    @Test
    void forgets() {
        answers("/known", "true");
        http.delete().uri("/prices/" + isbn).exchange().expectStatus().isNoContent();
        answers("/known", "false");
        assertThat(http.get().uri("/prices/" + isbn).exchange().returnResult(BigDecimal.class).getResponseBody().collectList().block())
                .isEmpty();
    }
}
