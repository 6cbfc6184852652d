package com.acme.shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products")
public class ProductController {

    private final ProductRepository products;

    public ProductController(ProductRepository products) {
        this.products = products;
    }

    @GetMapping
    public List<Product> browse() {
        return products.all();
    }

    @GetMapping("/{sku}")
    public Product show(@PathVariable String sku) {
        return products.bySku(sku).orElseThrow(() -> new NotFound("product", sku));
    }
}
