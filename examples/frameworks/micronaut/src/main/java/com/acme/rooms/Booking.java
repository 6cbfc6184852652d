package com.acme.rooms;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

@Serdeable
public record Booking(String room, LocalDate day, String who) {}
