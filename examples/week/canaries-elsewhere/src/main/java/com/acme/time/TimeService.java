package com.acme.time;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Tells the time of a place. */
public class TimeService {

    private final Clock clock;

    public TimeService(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the time there, in hours and minutes.
     *
     * @throws java.time.DateTimeException if there is no such zone
     */
    public String timeIn(String zone) {
        return ZonedDateTime.now(clock.withZone(ZoneId.of(zone))).format(DateTimeFormatter.ofPattern("HH:mm"));
    }
}
