package com.acme.library

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient
import org.springframework.http.MediaType
import org.springframework.test.web.reactive.server.WebTestClient
import java.util.UUID

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = ["spring.main.web-application-type=reactive"])
@AutoConfigureWebTestClient
class ReaderControllerIT {
    private val name = UUID.randomUUID().toString()

    @Autowired
    private lateinit var http: WebTestClient

    @BeforeEach
    fun registers() {
        http.put().uri("/readers/$name").contentType(MediaType.APPLICATION_JSON).bodyValue("[\"a\",\"b\"]").exchange()
            .expectStatus().isCreated
            .expectBody().json("{\"name\":\"$name\",\"books\":[\"a\",\"b\"]}")
    }

    private fun answers(path: String, text: String) {
        http.get().uri("/readers/$name$path").exchange().expectBody(String::class.java).value { assertEquals(text, it) }
    }

    private fun body(path: String) =
        http.get().uri("/readers/$name$path").exchange().expectStatus().isOk.expectBody()

    @Test
    fun reads() {
        body("").json("{\"name\":\"$name\",\"books\":[\"a\",\"b\"]}")
    }

    @Test
    fun lists_books() {
        body("/books").json("[{\"isbn\":\"a\"},{\"isbn\":\"b\"}]")
    }

    @Test
    fun counts() {
        answers("/count", "2")
    }

    @Test
    fun removes() {
        answers("/known", "true")
        http.delete().uri("/readers/$name").exchange().expectStatus().isNoContent
        answers("/known", "false")
    }
}
