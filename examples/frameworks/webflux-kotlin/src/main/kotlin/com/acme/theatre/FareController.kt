package com.acme.theatre

import kotlinx.coroutines.flow.count
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.RestController

data class Fare(val show: String, val cents: Int)

@RestController
@RequestMapping("/fares")
class FareController(private val seats: Seats) {

    /** The fuller, the dearer. */
    @GetMapping("/{show}")
    suspend fun of(@PathVariable show: String): Fare {
        val taken = seats.of(show).count()
        return Fare(show, 2_000 + 10 * taken)
    }
}
