package com.acme.theatre

import org.junit.jupiter.api.Test
import org.springframework.test.web.reactive.server.WebTestClient
import org.springframework.test.web.reactive.server.expectBody

/** Called an integration test, and a slice: this controller alone, around seats in memory. */
class FareControllerIT {

    private val client = WebTestClient.bindToController(FareController(SeatsInMemory())).build()

    @Test
    fun `begins at twenty`() {
        client.get().uri("/fares/hamlet").exchange()
            .expectStatus().isOk
            .expectBody<Fare>().isEqualTo(Fare("hamlet", 2_000))
    }
}
