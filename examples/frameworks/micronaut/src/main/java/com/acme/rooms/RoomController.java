package com.acme.rooms;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.List;

@Controller("/rooms")
@ExecuteOn(TaskExecutors.BLOCKING)
public class RoomController {

    private static final List<String> ROOMS = List.of("Ada", "Grace", "Katherine");

    private final Bookings bookings;

    public RoomController(Bookings bookings) {
        this.bookings = bookings;
    }

    @Get("/free/{day}")
    public List<String> free(LocalDate day) {
        List<String> taken = bookings.on(day).stream().map(Booking::room).toList();
        return ROOMS.stream().filter(room -> !taken.contains(room)).toList();
    }
}
