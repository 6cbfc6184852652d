package com.acme.quotes;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
public class QuoteController {

    private static final Map<String, BigDecimal> PRICES =
            Map.of("TEA", new BigDecimal("4.50"), "CUP", new BigDecimal("12.00"));

    @GetMapping("/quotes/{symbol}")
    public Quote quote(@PathVariable String symbol) {
        BigDecimal price = PRICES.get(symbol);
        if (price == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No quote for " + symbol);
        }
        return new Quote(symbol, price);
    }

    public record Quote(String symbol, BigDecimal price) {}
}
