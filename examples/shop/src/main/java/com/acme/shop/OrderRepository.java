package com.acme.shop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class OrderRepository {

    private final JdbcClient jdbc;

    public OrderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void save(Order order) {
        jdbc.sql("insert into purchase (id, customer, status) values (?, ?, ?)")
                .params(order.id(), order.customer(), order.status().name())
                .update();
        for (OrderLine line : order.lines()) {
            jdbc.sql("insert into purchase_line (purchase_id, sku, quantity, unit_price) values (?, ?, ?, ?)")
                    .params(order.id(), line.sku(), line.quantity(), line.unitPrice())
                    .update();
        }
    }

    public Optional<Order> byId(UUID id) {
        return jdbc.sql("select customer, status from purchase where id = ?")
                .param(id)
                .query((row, number) -> {
                    List<OrderLine> lines = linesOf(id);
                    return new Order(
                            id,
                            row.getString("customer"),
                            Order.Status.valueOf(row.getString("status")),
                            lines,
                            OrderTotal.of(lines));
                })
                .optional();
    }

    /** Cancels the order, or answers false if it is not there or already cancelled: its goods go back only once. */
    public boolean cancel(UUID id) {
        return jdbc.sql("update purchase set status = 'CANCELLED' where id = ? and status = 'PLACED'")
                        .param(id)
                        .update()
                == 1;
    }

    private List<OrderLine> linesOf(UUID id) {
        return jdbc.sql("select sku, quantity, unit_price from purchase_line where purchase_id = ? order by sku")
                .param(id)
                .query(OrderLine.class)
                .list();
    }
}
