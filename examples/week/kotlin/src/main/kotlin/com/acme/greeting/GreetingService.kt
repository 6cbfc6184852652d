package com.acme.greeting

import org.springframework.stereotype.Service

@Service
class GreetingService(private val names: Names) {

    fun greet(id: Int, polite: Boolean = false): String {
        val name = names.of(id) ?: throw NoSuchElementException("nobody has the number $id")
        return if (polite) "Good day, ${name.inFull()}." else "Hello, ${name.first}!"
    }
}

/** An interface for one function; no service, so it has no row. */
fun interface Names {
    fun of(id: Int): Name?
}

data class Name(val first: String, val last: String)

fun Name.inFull() = "$first $last"
