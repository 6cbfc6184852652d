package com.acme.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The same application on a real port. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BooksOverHttpIT {

    @LocalServerPort
    private int port;

    private RestClient http;

    @BeforeEach
    void client() {
        http = RestClient.create("http://localhost:" + port);
    }

    @Test
    void creates_and_reads() {
        Book book = new Book(UUID.randomUUID().toString(), "Over HTTP", 2, new BigDecimal("4.25"));

        ResponseEntity<Book> created = http.post().uri("/books").body(book).retrieve().toEntity(Book.class);

        assertThat(created.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(created.getBody()).isEqualTo(book);
        assertThat(http.get().uri("/books/{isbn}", book.isbn()).retrieve().body(Book.class)).isEqualTo(book);
    }
}
