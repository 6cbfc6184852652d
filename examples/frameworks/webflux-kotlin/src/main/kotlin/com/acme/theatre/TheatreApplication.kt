package com.acme.theatre

import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication

@SpringBootApplication
class TheatreApplication

fun main(arguments: Array<String>) {
    runApplication<TheatreApplication>(*arguments)
}
