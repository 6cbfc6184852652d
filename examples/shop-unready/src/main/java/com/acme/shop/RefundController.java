package com.acme.shop;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
public class RefundController {

    private final PurchaseRepository purchases;

    public RefundController(PurchaseRepository purchases) {
        this.purchases = purchases;
    }

    @PostMapping("/refunds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void refund(@PathVariable UUID id) {
        if (!purchases.refund(id)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Nothing to refund");
        }
    }
}
