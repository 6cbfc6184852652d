package com.acme.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micronaut.http.HttpStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BookingControllerTest {

    private final Bookings bookings = mock();
    private final BookingController controller = new BookingController(bookings);

    @Test
    void books_a_free_room() {
        Booking booking = new Booking("Ada", LocalDate.of(2030, 1, 31), "Ben");
        when(bookings.add(booking)).thenReturn(true);

        assertEquals(booking, controller.book(booking).body());
    }

    @Test
    void rejects_a_room_that_is_taken() {
        assertEquals(
                HttpStatus.CONFLICT,
                controller.book(new Booking("Ada", LocalDate.of(2030, 1, 31), "Cid")).status());
    }
}
