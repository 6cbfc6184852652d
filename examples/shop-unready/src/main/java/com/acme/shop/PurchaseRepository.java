package com.acme.shop;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class PurchaseRepository {

    private final JdbcClient jdbc;

    public PurchaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void save(Purchase purchase) {
        jdbc.sql("insert into purchase (id, sku, quantity) values (?, ?, ?)")
                .params(purchase.id(), purchase.sku(), purchase.quantity())
                .update();
    }

    public Optional<Purchase> byId(UUID id) {
        return jdbc.sql("select id, sku, quantity, refunded from purchase where id = ?")
                .param(id)
                .query(Purchase.class)
                .optional();
    }

    /** Refunds the purchase, or answers false if it is not there or already refunded. */
    public boolean refund(UUID id) {
        return jdbc.sql("update purchase set refunded = true where id = ? and not refunded")
                        .param(id)
                        .update()
                == 1;
    }
}
