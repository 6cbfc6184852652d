package com.acme.shop;

import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
public class CheckoutController {

    private final CheckoutService checkout;

    public CheckoutController(CheckoutService checkout) {
        this.checkout = checkout;
    }

    @GetMapping("/checkout/{id}")
    public Bill bill(@PathVariable UUID id) {
        return checkout.toPay(id).map(Bill::new).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public record Bill(BigDecimal toPay) {}
}
