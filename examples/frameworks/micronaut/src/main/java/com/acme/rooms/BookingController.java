package com.acme.rooms;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.List;

@Controller("/bookings")
@ExecuteOn(TaskExecutors.BLOCKING)
public class BookingController {

    private final Bookings bookings;

    public BookingController(Bookings bookings) {
        this.bookings = bookings;
    }

    @Get("/{day}")
    public List<Booking> on(LocalDate day) {
        return bookings.on(day);
    }

    @Post
    public HttpResponse<Booking> book(@Body Booking booking) {
        return bookings.add(booking) ? HttpResponse.created(booking) : HttpResponse.status(HttpStatus.CONFLICT);
    }
}
