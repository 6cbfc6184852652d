package com.acme.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomControllerTest {

    private final Bookings bookings = mock();

    @Test
    void leaves_out_what_is_taken() {
        LocalDate day = LocalDate.of(2030, 1, 31);
        when(bookings.on(day)).thenReturn(List.of(new Booking("Ada", day, "Ben")));

        assertEquals(List.of("Grace", "Katherine"), new RoomController(bookings).free(day));
    }
}
