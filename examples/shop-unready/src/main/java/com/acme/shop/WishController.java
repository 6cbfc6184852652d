package com.acme.shop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What customers wish that the shop sold, and how many of them do. */
@RestController
@RequestMapping("/wishes")
public class WishController {

    private final Map<String, Wish> wishes = new ConcurrentSkipListMap<>(Map.of("POT-2", new Wish("POT-2", 3)));

    @GetMapping
    public List<Wish> browse() {
        return List.copyOf(wishes.values());
    }

    @GetMapping("/{sku}")
    public Wish read(@PathVariable String sku) {
        Wish wish = wishes.get(sku);
        if (wish == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return wish;
    }

    @PutMapping("/{sku}")
    public Wish wish(@PathVariable String sku, @RequestParam int customers) {
        Wish wish = new Wish(sku, customers);
        wishes.put(sku, wish);
        return wish;
    }

    public record Wish(String sku, int customers) {}
}
