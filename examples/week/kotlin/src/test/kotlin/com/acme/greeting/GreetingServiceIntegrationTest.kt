package com.acme.greeting

import kotlin.test.Test
import kotlin.test.assertEquals
import org.springframework.context.annotation.AnnotationConfigApplicationContext
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.context.annotation.Import

/** The service as Spring puts it together, with the names from a list. */
class GreetingServiceIntegrationTest {

    @Test
    fun `greets as a bean`() {
        AnnotationConfigApplicationContext(Greetings::class.java).use { context ->
            assertEquals("Hello, Ben!", context.getBean(GreetingService::class.java).greet(2))
        }
    }

    @Configuration
    @Import(GreetingService::class)
    open class Greetings {

        @Bean
        open fun names(): Names {
            val all = listOf(Name("Ann", "Lee"), Name("Ben", "Low"))
            return Names { id -> all.getOrNull(id - 1) }
        }
    }
}
