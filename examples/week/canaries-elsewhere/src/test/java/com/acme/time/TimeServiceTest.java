package com.acme.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeServiceTest {

    private final TimeService times =
            new TimeService(Clock.fixed(Instant.parse("2026-01-15T11:30:00Z"), ZoneOffset.UTC));

    @Test
    void tells_the_time_of_a_place() {
        assertEquals("20:30", times.timeIn("Asia/Tokyo"));
    }

    @Test
    void does_not_know_every_place() {
        assertThrows(DateTimeException.class, () -> times.timeIn("Atlantis"));
    }
}
