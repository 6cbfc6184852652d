package com.acme.library;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Books over Spring MVC, with the return types that handlers have. */
@RestController
@RequestMapping("/books")
public class BookController {
    private final Shelf shelf;

    public BookController(Shelf shelf) {
        this.shelf = shelf;
    }

    @PostMapping
    public ResponseEntity<Book> create(@RequestBody Book book) {
        shelf.put(book);
        return ResponseEntity.created(URI.create("/books/" + book.isbn())).body(book);
    }

    @GetMapping("/{isbn}")
    public Book read(@PathVariable String isbn) {
        return shelf.find(isbn).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/{isbn}/if-known")
    public Optional<Book> ifKnown(@PathVariable String isbn) {
        return shelf.find(isbn);
    }

    @GetMapping
    public List<Book> search(@RequestParam String title) {
        return shelf.all().stream().filter(book -> book.title().contains(title)).toList();
    }

    @PutMapping("/{isbn}")
    public Book replace(@PathVariable String isbn, @RequestBody Book book) {
        shelf.put(book);
        return book;
    }

    @PatchMapping("/{isbn}/title")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void rename(@PathVariable String isbn, @RequestBody String title) {
        Book book = read(isbn);
        shelf.put(new Book(isbn, title, book.copies(), book.price()));
    }

    @DeleteMapping("/{isbn}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(@PathVariable String isbn) {
        shelf.remove(isbn);
    }

    @GetMapping("/{isbn}/title")
    public String title(@PathVariable String isbn) {
        return read(isbn).title();
    }

    @GetMapping("/{isbn}/copies")
    public int copies(@PathVariable String isbn) {
        return read(isbn).copies();
    }

    @GetMapping("/{isbn}/price")
    public BigDecimal price(@PathVariable String isbn) {
        return read(isbn).price();
    }

    @GetMapping("/{isbn}/known")
    public boolean known(@PathVariable String isbn) {
        return shelf.find(isbn).isPresent();
    }

    @GetMapping("/{isbn}/cover")
    public byte[] cover(@PathVariable String isbn) {
        return ("cover of " + isbn).getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/{isbn}/facts")
    public Map<String, Object> facts(@PathVariable String isbn) {
        Book book = read(isbn);
        return Map.of("title", book.title(), "copies", book.copies());
    }

    @GetMapping("/{isbn}/copies-of")
    public ResponseEntity<List<Integer>> copiesOf(@PathVariable String isbn) {
        return ResponseEntity.ok(List.of(read(isbn).copies()));
    }
}
