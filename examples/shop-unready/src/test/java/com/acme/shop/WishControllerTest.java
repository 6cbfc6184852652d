package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class WishControllerTest {

    private final WishController controller = new WishController();

    @Test
    void keeps_a_wish() {
        controller.wish("TEA-1", 2);

        assertThat(controller.read("TEA-1").customers()).isEqualTo(2);
        assertThat(controller.browse()).hasSize(2);
    }

    @Test
    void does_not_know_what_nobody_wishes() {
        assertThatThrownBy(() -> controller.read("CAR-1")).isInstanceOf(ResponseStatusException.class);
    }
}
