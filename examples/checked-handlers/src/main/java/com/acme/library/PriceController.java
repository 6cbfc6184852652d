package com.acme.library;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Prices over WebFlux, in Reactor's types. */
@RestController
@RequestMapping("/prices")
public class PriceController {
    private final Map<String, List<BigDecimal>> prices = new ConcurrentHashMap<>();

    @PutMapping("/{isbn}")
    public Mono<ResponseEntity<List<BigDecimal>>> put(@PathVariable String isbn, @RequestBody Mono<List<BigDecimal>> body) {
        return body.doOnNext(all -> prices.put(isbn, List.copyOf(all)))
                .map(all -> ResponseEntity.status(HttpStatus.CREATED).body(all));
    }

    @GetMapping("/{isbn}")
    public Flux<BigDecimal> all(@PathVariable String isbn) {
        return Flux.fromIterable(prices.getOrDefault(isbn, List.of()));
    }

    @GetMapping("/{isbn}/list")
    public Mono<List<BigDecimal>> list(@PathVariable String isbn) {
        return all(isbn).collectList();
    }

    @GetMapping("/{isbn}/first")
    public Mono<Price> first(@PathVariable String isbn) {
        return all(isbn).next().map(amount -> new Price(isbn, amount));
    }

    @GetMapping("/{isbn}/count")
    public Mono<Long> count(@PathVariable String isbn) {
        return all(isbn).count();
    }

    @GetMapping("/{isbn}/sum")
    public Mono<BigDecimal> sum(@PathVariable String isbn) {
        return all(isbn).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @GetMapping("/{isbn}/known")
    public Mono<Boolean> known(@PathVariable String isbn) {
        return Mono.just(prices.containsKey(isbn));
    }

    @GetMapping(path = "/{isbn}/lines", produces = MediaType.APPLICATION_NDJSON_VALUE)
    public Flux<Price> lines(@PathVariable String isbn) {
        return all(isbn).map(amount -> new Price(isbn, amount));
    }

    @GetMapping("/{isbn}/future")
    public CompletableFuture<Price> future(@PathVariable String isbn) {
        return first(isbn).toFuture();
    }

    @DeleteMapping("/{isbn}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> delete(@PathVariable String isbn) {
        return Mono.fromRunnable(() -> prices.remove(isbn));
    }
}
