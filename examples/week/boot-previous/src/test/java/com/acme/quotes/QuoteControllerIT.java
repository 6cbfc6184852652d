package com.acme.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QuoteControllerIT {

    @Autowired
    TestRestTemplate http;

    @Test
    void quotes_a_price_over_http() {
        QuoteController.Quote quote = http.getForObject("/quotes/{symbol}", QuoteController.Quote.class, "CUP");

        assertThat(quote.price()).isEqualByComparingTo("12.00");
    }

    @Test
    void answers_404_without_a_quote() {
        assertThat(http.getForEntity("/quotes/{symbol}", String.class, "CAR").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }
}
