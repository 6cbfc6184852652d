package com.acme.greeting

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import org.junit.jupiter.api.Nested

class GreetingServiceTest {

    private val greetings = GreetingService { id -> if (id == 1) Name("Ann", "Lee") else null }

    @Test
    fun `greets by the first name`() {
        assertEquals("Hello, Ann!", greetings.greet(1))
    }

    @Test
    fun `knows nobody else (and says so)`() {
        // Inlined by the compiler: the class file has no call of this name.
        assertFailsWith<NoSuchElementException> { greetings.greet(2) }
    }

    @Nested
    inner class `When polite` {

        @Test
        fun `greets by the full name`() = assertEquals("Good day, Ann Lee.", greetings.greet(1, polite = true))
    }
}
