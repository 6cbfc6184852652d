package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What only the real database can show: the order and the stock change together, or neither does. */
class OrderServiceIT extends RunningShop {

    @Autowired
    OrderService orders;

    @Autowired
    ProductRepository products;

    @Test
    void takes_the_goods_and_puts_them_back() {
        int before = stock("CUP-1");

        Order order = orders.place(new OrderRequest("Ann", List.of(new OrderRequest.Item("CUP-1", 5))));
        assertThat(stock("CUP-1")).isEqualTo(before - 5);

        orders.cancel(order.id());
        orders.cancel(order.id());
        assertThat(stock("CUP-1")).isEqualTo(before);
    }

    @Test
    void takes_nothing_when_one_product_is_out_of_stock() {
        int before = stock("CUP-1");
        var cupsAndTooManyPots = List.of(new OrderRequest.Item("CUP-1", 2), new OrderRequest.Item("POT-1", 99));

        assertThatThrownBy(() -> orders.place(new OrderRequest("Ann", cupsAndTooManyPots)))
                .isInstanceOf(OutOfStock.class);

        assertThat(stock("CUP-1")).isEqualTo(before);
    }

    private int stock(String sku) {
        return products.bySku(sku).orElseThrow().stock();
    }
}
