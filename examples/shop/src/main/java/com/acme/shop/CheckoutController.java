package com.acme.shop;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/checkout")
public class CheckoutController {

    private final JdbcClient jdbc;

    public CheckoutController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The checkout is open only while the database answers with products to sell. */
    @GetMapping("/health")
    public ResponseEntity<Health> health() {
        try {
            long sellable = jdbc.sql("select count(*) from product where stock > 0")
                    .query(Long.class)
                    .single();
            return ResponseEntity.ok(new Health("open", "up", sellable));
        } catch (DataAccessException unreachable) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("closed", "down", 0));
        }
    }

    public record Health(String checkout, String database, long sellable) {}
}
