package com.acme.library;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The books, in memory. */
@Component
public class Shelf {
    private final Map<String, Book> books = new TreeMap<>();

    public synchronized void put(Book book) {
        books.put(book.isbn(), book);
    }

    public synchronized Optional<Book> find(String isbn) {
        return Optional.ofNullable(books.get(isbn));
    }

    public synchronized void remove(String isbn) {
        books.remove(isbn);
    }

    public synchronized Collection<Book> all() {
        return java.util.List.copyOf(books.values());
    }
}
