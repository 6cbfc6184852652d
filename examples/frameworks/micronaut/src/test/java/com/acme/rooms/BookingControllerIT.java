package com.acme.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The application on a port and a PostgreSQL of its own. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingControllerIT implements TestPropertyProvider {

    private EmbeddedPostgres database;

    @Inject
    @Client("/")
    HttpClient client;

    @Override
    public Map<String, String> getProperties() {
        try {
            database = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "datasources.default.url", database.getJdbcUrl("postgres", "postgres"),
                "datasources.default.username", "postgres");
    }

    @AfterAll
    void stopDatabase() throws IOException {
        database.close();
    }

    @Test
    void reads_what_it_booked() {
        Booking booking = new Booking("Ada", LocalDate.of(2030, 1, 31), "Ben");

        HttpResponse<Booking> booked =
                client.toBlocking().exchange(HttpRequest.POST("/bookings", booking), Booking.class);

        assertEquals(HttpStatus.CREATED, booked.status());
        assertEquals(
                List.of(booking),
                client.toBlocking().retrieve(HttpRequest.GET("/bookings/2030-01-31"), Argument.listOf(Booking.class)));
    }

    @Test
    void books_a_room_once_a_day() {
        Booking booking = new Booking("Grace", LocalDate.of(2030, 2, 1), "Ben");
        client.toBlocking().exchange(HttpRequest.POST("/bookings", booking));

        HttpClientResponseException rejected = assertThrows(
                HttpClientResponseException.class,
                () -> client.toBlocking().exchange(HttpRequest.POST("/bookings", booking)));

        assertEquals(HttpStatus.CONFLICT, rejected.getStatus());
    }
}
