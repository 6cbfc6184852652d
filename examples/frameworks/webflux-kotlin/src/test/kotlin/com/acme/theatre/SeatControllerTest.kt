package com.acme.theatre

import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.springframework.http.HttpStatus

class SeatControllerTest {

    private val ann = Seat("hamlet", "A1", "Ann")
    private val controller = SeatController(SeatsInMemory(ann))

    @Test
    fun `lists the seats of a show`() = runTest {
        assertEquals(listOf(ann), controller.of("hamlet").toList())
    }

    @Test
    fun `does not reserve a place twice`() = runTest {
        assertEquals(HttpStatus.CONFLICT, controller.reserve(Seat("hamlet", "A1", "Ben")).statusCode)
    }
}
