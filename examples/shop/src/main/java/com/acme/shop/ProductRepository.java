package com.acme.shop;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ProductRepository {

    private final JdbcClient jdbc;

    public ProductRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Product> all() {
        return jdbc.sql("select sku, name, price, stock from product order by sku")
                .query(Product.class)
                .list();
    }

    public Optional<Product> bySku(String sku) {
        return jdbc.sql("select sku, name, price, stock from product where sku = ?")
                .param(sku)
                .query(Product.class)
                .optional();
    }

    /** Takes the quantity off the stock, or answers false and takes nothing: two buyers never share a last piece. */
    public boolean take(String sku, int quantity) {
        return jdbc.sql("update product set stock = stock - :quantity where sku = :sku and stock >= :quantity")
                        .param("quantity", quantity)
                        .param("sku", sku)
                        .update()
                == 1;
    }

    public void putBack(String sku, int quantity) {
        jdbc.sql("update product set stock = stock + :quantity where sku = :sku")
                .param("quantity", quantity)
                .param("sku", sku)
                .update();
    }
}
