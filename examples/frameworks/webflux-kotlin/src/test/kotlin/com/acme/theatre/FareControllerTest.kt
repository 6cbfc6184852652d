package com.acme.theatre

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class FareControllerTest {

    @Test
    fun `rises with each seat that is taken`() = runTest {
        val fares = FareController(SeatsInMemory(Seat("hamlet", "A1", "Ann"), Seat("hamlet", "A2", "Ben")))

        assertEquals(Fare("hamlet", 2_020), fares.of("hamlet"))
    }
}
