package com.acme.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {

    static final int MOST_PER_LINE = 100;

    private final OrderRepository orders;
    private final ProductRepository products;

    public OrderService(OrderRepository orders, ProductRepository products) {
        this.orders = orders;
        this.products = products;
    }

    /**
     * Takes the goods off the stock and keeps the order, both or neither.
     *
     * @throws OrderRejected if the order is not one that the shop takes
     * @throws OutOfStock if there is not enough of a product left
     */
    @Transactional
    public Order place(OrderRequest request) {
        check(request);
        List<OrderLine> lines = new ArrayList<>();
        // Always in the same sequence, so that two orders for the same goods never wait for each other in a circle.
        for (OrderRequest.Item item : bySku(request.items())) {
            Product product = products.bySku(item.sku())
                    .orElseThrow(() -> new OrderRejected("The shop does not sell " + item.sku()));
            if (!products.take(product.sku(), item.quantity())) {
                throw new OutOfStock(product.sku(), item.quantity());
            }
            lines.add(new OrderLine(product.sku(), item.quantity(), product.price()));
        }
        Order order =
                new Order(UUID.randomUUID(), request.customer(), Order.Status.PLACED, lines, OrderTotal.of(lines));
        orders.save(order);
        return order;
    }

    public Order find(UUID id) {
        return orders.byId(id).orElseThrow(() -> new NotFound("order", id));
    }

    /** Cancels the order and puts its goods back; cancelling once more changes nothing. */
    @Transactional
    public void cancel(UUID id) {
        Order order = find(id);
        if (orders.cancel(id)) {
            order.lines().forEach(line -> products.putBack(line.sku(), line.quantity()));
        }
    }

    private static void check(OrderRequest request) {
        if (request.customer() == null || request.customer().isBlank()) {
            throw new OrderRejected("An order needs a customer");
        }
        if (request.items() == null || request.items().isEmpty()) {
            throw new OrderRejected("An order needs at least one item");
        }
        Set<String> seen = new HashSet<>();
        for (OrderRequest.Item item : request.items()) {
            if (item.sku() == null || item.sku().isBlank()) {
                throw new OrderRejected("Every item needs an sku");
            }
            if (item.quantity() < 1 || item.quantity() > MOST_PER_LINE) {
                throw new OrderRejected("The quantity of " + item.sku() + " must be 1 to " + MOST_PER_LINE + ", not "
                        + item.quantity());
            }
            if (!seen.add(item.sku())) {
                throw new OrderRejected("The order names " + item.sku() + " twice");
            }
        }
    }

    private static List<OrderRequest.Item> bySku(List<OrderRequest.Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(OrderRequest.Item::sku))
                .toList();
    }
}
