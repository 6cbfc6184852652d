package com.acme.shop;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
public class StockController {

    private final ProductRepository products;

    public StockController(ProductRepository products) {
        this.products = products;
    }

    @GetMapping("/stock/{sku}")
    public Stock stock(@PathVariable String sku) {
        return products.bySku(sku)
                .map(product -> new Stock(sku, product.stock()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public record Stock(String sku, int left) {}
}
