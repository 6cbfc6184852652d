package com.acme.library;

import java.math.BigDecimal;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.stereotype.Component;

/** Books that come back, and books that are lost, as messages. */
@Component
public class ReturnListener {
    private final Shelf shelf;

    public ReturnListener(Shelf shelf) {
        this.shelf = shelf;
    }

    @JmsListener(destination = "returns")
    public void returned(String isbn) {
        shelf.put(new Book(isbn, "returned " + isbn, 1, BigDecimal.ONE));
    }

    @JmsListener(destination = "losses")
    public void lost(String isbn) {
        shelf.remove(isbn);
    }
}
