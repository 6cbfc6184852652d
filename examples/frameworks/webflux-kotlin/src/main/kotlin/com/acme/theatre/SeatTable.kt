package com.acme.theatre

import kotlinx.coroutines.flow.Flow
import org.springframework.r2dbc.core.DatabaseClient
import org.springframework.r2dbc.core.awaitRowsUpdated
import org.springframework.r2dbc.core.flow
import org.springframework.stereotype.Repository

@Repository
class SeatTable(private val database: DatabaseClient) : Seats {

    override fun of(show: String): Flow<Seat> =
        database.sql("select show, place, guest from seat where show = :show order by place")
            .bind("show", show)
            .mapProperties(Seat::class.java)
            .flow()

    override suspend fun reserve(seat: Seat): Boolean =
        database.sql("insert into seat values (:show, :place, :guest) on conflict do nothing")
            .bind("show", seat.show)
            .bind("place", seat.place)
            .bind("guest", seat.guest)
            .fetch()
            .awaitRowsUpdated() == 1L
}
