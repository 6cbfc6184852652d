package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTotalTest {

    @Test
    void adds_shipping_to_a_small_order() {
        OrderTotal total = OrderTotal.of(List.of(line(2, "4.50")));

        assertThat(total.goods()).isEqualByComparingTo("9.00");
        assertThat(total.shipping()).isEqualByComparingTo("4.90");
        assertThat(total.getToPay()).isEqualByComparingTo("13.90");
    }

    @ParameterizedTest
    @CsvSource({"49.99, 4.90", "50.00, 0.00", "50.01, 0.00"})
    void ships_for_free_from_fifty(String price, String shipping) {
        assertThat(OrderTotal.of(List.of(line(1, price))).shipping()).isEqualByComparingTo(shipping);
    }

    @ParameterizedTest
    @CsvSource({"9, 0.00", "10, 10.00", "11, 11.00"})
    void gives_the_bulk_discount_from_ten_pieces(int quantity, String discount) {
        assertThat(OrderTotal.of(List.of(line(quantity, "10.00"))).discount()).isEqualByComparingTo(discount);
    }

    @Test
    void discounts_only_the_line_that_is_bought_in_bulk() {
        OrderTotal total = OrderTotal.of(List.of(line(10, "2.00"), line(1, "100.00")));

        assertThat(total.discount()).isEqualByComparingTo("2.00");
    }

    @Test
    void decides_on_free_shipping_after_the_discount() {
        OrderTotal total = OrderTotal.of(List.of(line(10, "5.50")));

        assertThat(total.goods()).isEqualByComparingTo("55.00");
        assertThat(total.shipping()).isEqualByComparingTo("4.90");
    }

    @Test
    void rounds_half_a_cent_up() {
        OrderTotal total = OrderTotal.of(List.of(line(11, "0.05")));

        assertThat(total.discount()).isEqualByComparingTo("0.06");
    }

    private static OrderLine line(int quantity, String unitPrice) {
        return new OrderLine("SKU-" + unitPrice, quantity, new BigDecimal(unitPrice));
    }
}
