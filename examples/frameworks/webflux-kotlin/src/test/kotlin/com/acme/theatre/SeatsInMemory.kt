package com.acme.theatre

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow

class SeatsInMemory(vararg seats: Seat) : Seats {

    private val taken = seats.toMutableList()

    override fun of(show: String): Flow<Seat> = taken.filter { it.show == show }.asFlow()

    override suspend fun reserve(seat: Seat): Boolean =
        taken.none { it.show == seat.show && it.place == seat.place } && taken.add(seat)
}
