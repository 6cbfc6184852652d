package com.acme.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class QuoteControllerTest {

    private final QuoteController controller = new QuoteController();

    @Test
    void quotes_a_price() {
        assertThat(controller.quote("TEA").price()).isEqualByComparingTo("4.50");
    }

    @Test
    void has_no_quote_for_everything() {
        assertThatThrownBy(() -> controller.quote("CAR")).isInstanceOf(ResponseStatusException.class);
    }
}
