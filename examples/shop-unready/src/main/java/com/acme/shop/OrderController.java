package com.acme.shop;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/orders")
public class OrderController {

    private final PurchaseRepository purchases;

    public OrderController(PurchaseRepository purchases) {
        this.purchases = purchases;
    }

    @PostMapping
    public ResponseEntity<Purchase> place(@RequestBody OrderRequest request) {
        if (request.quantity() < 1 || request.quantity() > 100) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The quantity must be 1 to 100");
        }
        Purchase purchase = new Purchase(UUID.randomUUID(), request.sku(), request.quantity(), false);
        purchases.save(purchase);
        return ResponseEntity.created(URI.create("/orders/" + purchase.id())).body(purchase);
    }

    @GetMapping("/{id}")
    public Purchase read(@PathVariable UUID id) {
        return purchases.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public record OrderRequest(String sku, int quantity) {}
}
