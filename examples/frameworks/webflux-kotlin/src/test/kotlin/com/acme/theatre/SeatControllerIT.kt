package com.acme.theatre

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient
import org.springframework.test.context.DynamicPropertyRegistry
import org.springframework.test.context.DynamicPropertySource
import org.springframework.test.web.reactive.server.WebTestClient
import org.springframework.test.web.reactive.server.expectBody

/** The application on a port and a PostgreSQL of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT60S")
class SeatControllerIT(@Autowired private val client: WebTestClient) {

    @Test
    fun `lists what it reserved`() {
        val ann = Seat("hamlet", "A1", "Ann")

        client.post().uri("/seats").bodyValue(ann).exchange().expectStatus().isCreated

        client.get().uri("/seats/hamlet").exchange()
            .expectStatus().isOk
            .expectBody<List<Seat>>().isEqualTo(listOf(ann))
    }

    @Test
    fun `reserves a place once`() {
        val ben = Seat("macbeth", "B2", "Ben")

        client.post().uri("/seats").bodyValue(ben).exchange()
            .expectStatus().isCreated
            .expectBody<Seat>().isEqualTo(ben)

        client.post().uri("/seats").bodyValue(ben.copy(guest = "Cid")).exchange()
            .expectStatus().isEqualTo(409)
    }

    companion object {

        private val database = EmbeddedPostgres.start()

        @JvmStatic
        @DynamicPropertySource
        fun database(properties: DynamicPropertyRegistry) {
            properties.add("spring.r2dbc.url") { "r2dbc:postgresql://localhost:${database.port}/postgres" }
            properties.add("spring.r2dbc.username") { "postgres" }
        }

        @JvmStatic
        @AfterAll
        fun stop() = database.close()
    }
}
