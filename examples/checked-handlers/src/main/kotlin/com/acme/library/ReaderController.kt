package com.acme.library

import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import org.springframework.http.HttpStatus
import org.springframework.http.ResponseEntity
import org.springframework.web.bind.annotation.DeleteMapping
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PutMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.ResponseStatus
import org.springframework.web.bind.annotation.RestController
import java.util.concurrent.ConcurrentHashMap

/** A reader, with the books that he or she has. */
data class Reader(val name: String, val books: List<String>)

/** Readers over coroutines. */
@RestController
@RequestMapping("/readers")
class ReaderController {
    private val readers = ConcurrentHashMap<String, Reader>()

    @PutMapping("/{name}")
    suspend fun register(@PathVariable name: String, @RequestBody books: List<String>): ResponseEntity<Reader> {
        delay(1)
        val reader = Reader(name, books)
        readers[name] = reader
        return ResponseEntity.status(HttpStatus.CREATED).body(reader)
    }

    @GetMapping("/{name}")
    suspend fun read(@PathVariable name: String): Reader? {
        delay(1)
        return readers[name]
    }

    @GetMapping("/{name}/books")
    fun books(@PathVariable name: String): Flow<Map<String, String>> =
        readers.getValue(name).books.map { mapOf("isbn" to it) }.asFlow()

    @GetMapping("/{name}/count")
    suspend fun count(@PathVariable name: String): Int {
        delay(1)
        return readers.getValue(name).books.size
    }

    @GetMapping("/{name}/known")
    suspend fun known(@PathVariable name: String): Boolean = readers.containsKey(name)

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    suspend fun remove(@PathVariable name: String) {
        delay(1)
        readers.remove(name)
    }
}
