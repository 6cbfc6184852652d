package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderServiceTest {

    private final OrderRepository orders = mock(OrderRepository.class);
    private final ProductRepository products = mock(ProductRepository.class);
    private final OrderService service = new OrderService(orders, products);

    @BeforeEach
    void sell_cups() {
        when(products.bySku("CUP-1")).thenReturn(Optional.of(new Product("CUP-1", "Cup", new BigDecimal("12.00"), 20)));
        when(products.take("CUP-1", 2)).thenReturn(true);
    }

    @Nested
    class Placing {

        @Test
        void keeps_the_order_at_the_price_of_today() {
            Order order = service.place(order("Ann", new OrderRequest.Item("CUP-1", 2)));

            assertThat(order.lines()).containsExactly(new OrderLine("CUP-1", 2, new BigDecimal("12.00")));
            assertThat(order.total().getToPay()).isEqualByComparingTo("28.90");
            assertThat(order.status()).isEqualTo(Order.Status.PLACED);
            verify(orders).save(order);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 101})
        void rejects_a_quantity_out_of_range(int quantity) {
            assertRejected(order("Ann", new OrderRequest.Item("CUP-1", quantity)), "must be 1 to 100, not " + quantity);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "  "})
        void rejects_an_order_without_a_customer(String customer) {
            assertRejected(order(customer, new OrderRequest.Item("CUP-1", 2)), "needs a customer");
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "  "})
        void rejects_an_item_without_an_sku(String sku) {
            assertRejected(order("Ann", new OrderRequest.Item(sku, 2)), "needs an sku");
        }

        @Test
        void rejects_an_order_without_items() {
            assertRejected(order("Ann"), "at least one item");
            assertRejected(new OrderRequest("Ann", null), "at least one item");
        }

        @Test
        void rejects_a_product_named_twice() {
            assertRejected(
                    order("Ann", new OrderRequest.Item("CUP-1", 2), new OrderRequest.Item("CUP-1", 2)),
                    "names CUP-1 twice");
        }

        @Test
        void rejects_a_product_that_the_shop_does_not_sell() {
            assertRejected(order("Ann", new OrderRequest.Item("CAR-1", 1)), "does not sell CAR-1");
        }

        @Test
        void keeps_nothing_when_the_stock_does_not_suffice() {
            assertThatThrownBy(() -> service.place(order("Ann", new OrderRequest.Item("CUP-1", 21))))
                    .isInstanceOf(OutOfStock.class)
                    .hasMessage("Not enough of CUP-1 in stock for 21");
            verify(orders, never()).save(any());
        }

        private void assertRejected(OrderRequest request, String reason) {
            assertThatThrownBy(() -> service.place(request))
                    .isInstanceOf(OrderRejected.class)
                    .hasMessageContaining(reason);
            verify(products, never()).take(any(), anyInt());
        }
    }

    @Nested
    class Cancelling {

        private final UUID id = UUID.randomUUID();

        @BeforeEach
        void have_an_order() {
            List<OrderLine> lines = List.of(new OrderLine("CUP-1", 2, new BigDecimal("12.00")));
            when(orders.byId(id))
                    .thenReturn(Optional.of(new Order(id, "Ann", Order.Status.PLACED, lines, OrderTotal.of(lines))));
        }

        @Test
        void puts_the_goods_back() {
            when(orders.cancel(id)).thenReturn(true);

            service.cancel(id);

            verify(products).putBack("CUP-1", 2);
        }

        @Test
        void puts_nothing_back_a_second_time() {
            when(orders.cancel(id)).thenReturn(false);

            service.cancel(id);

            verify(products, never()).putBack(any(), anyInt());
        }

        @Test
        void does_not_know_a_foreign_order() {
            UUID unknown = UUID.randomUUID();

            assertThatThrownBy(() -> service.cancel(unknown))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("No order " + unknown);
        }
    }

    private static OrderRequest order(String customer, OrderRequest.Item... items) {
        return new OrderRequest(customer, List.of(items));
    }
}
