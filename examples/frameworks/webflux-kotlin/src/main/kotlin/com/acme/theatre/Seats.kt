package com.acme.theatre

import kotlinx.coroutines.flow.Flow

data class Seat(val show: String, val place: String, val guest: String)

interface Seats {

    fun of(show: String): Flow<Seat>

    /** Whether the place was free. */
    suspend fun reserve(seat: Seat): Boolean
}
