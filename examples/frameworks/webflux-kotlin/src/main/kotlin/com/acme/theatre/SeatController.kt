package com.acme.theatre

import kotlinx.coroutines.flow.Flow
import org.springframework.http.HttpStatus
import org.springframework.http.ResponseEntity
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.RestController

@RestController
@RequestMapping("/seats")
class SeatController(private val seats: Seats) {

    @GetMapping("/{show}")
    fun of(@PathVariable show: String): Flow<Seat> = seats.of(show)

    @PostMapping
    suspend fun reserve(@RequestBody seat: Seat): ResponseEntity<Seat> =
        if (seats.reserve(seat)) {
            ResponseEntity.status(HttpStatus.CREATED).body(seat)
        } else {
            ResponseEntity.status(HttpStatus.CONFLICT).build()
        }
}
