package com.acme.library;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class BookControllerIT {
    private static final String BOOK = "{\"isbn\":\"%s\",\"title\":\"%s\",\"copies\":3,\"price\":9.50}";

    private final String isbn = UUID.randomUUID().toString();

    @Autowired
    private MockMvc http;

    @Autowired
    private Shelf shelf;

    @BeforeEach
    void one_book() {
        shelf.put(new Book(isbn, "Title of " + isbn, 3, new BigDecimal("9.50")));
    }

    @Test
    void creates() throws Exception {
        String other = UUID.randomUUID().toString();
        http.perform(post("/books").contentType(MediaType.APPLICATION_JSON).content(BOOK.formatted(other, "New")))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/books/" + other))
                .andExpect(content().json(BOOK.formatted(other, "New")));
        http.perform(get("/books/" + other)).andExpect(jsonPath("$.title").value("New"));
    }

    @Test
    void reads() throws Exception {
        http.perform(get("/books/" + isbn))
                .andExpect(status().isOk())
                .andExpect(content().json(BOOK.formatted(isbn, "Title of " + isbn)));
        http.perform(get("/books/none")).andExpect(status().isNotFound());
    }

    @Test
    void reads_what_may_be_missing() throws Exception {
        http.perform(get("/books/" + isbn + "/if-known"))
                .andExpect(content().json(BOOK.formatted(isbn, "Title of " + isbn)));
        http.perform(get("/books/none/if-known")).andExpect(content().string("null"));
    }

    @Test
    void searches() throws Exception {
        http.perform(get("/books").param("title", isbn))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].isbn").value(isbn))
                .andExpect(jsonPath("$[0].copies").value(3))
                .andExpect(jsonPath("$[0].price").value(9.5))
                .andExpect(jsonPath("$[0].title").value("Title of " + isbn));
    }

    @Test
    void replaces() throws Exception {
        http.perform(put("/books/" + isbn).contentType(MediaType.APPLICATION_JSON).content(BOOK.formatted(isbn, "Other")))
                .andExpect(content().json(BOOK.formatted(isbn, "Other")));
        http.perform(get("/books/" + isbn + "/title")).andExpect(content().string("Other"));
    }

    @Test
    void renames() throws Exception {
        http.perform(patch("/books/" + isbn + "/title").contentType(MediaType.TEXT_PLAIN).content("Renamed"))
                .andExpect(status().isNoContent());
        http.perform(get("/books/" + isbn + "/title")).andExpect(content().string("Renamed"));
    }

    @Test
    void deletes() throws Exception {
        http.perform(delete("/books/" + isbn)).andExpect(status().isNoContent());
        http.perform(get("/books/" + isbn)).andExpect(status().isNotFound());
    }

    @Test
    void tells_single_facts() throws Exception {
        http.perform(get("/books/" + isbn + "/title")).andExpect(content().string("Title of " + isbn));
        http.perform(get("/books/" + isbn + "/copies")).andExpect(content().string("3"));
        http.perform(get("/books/" + isbn + "/price")).andExpect(content().string("9.50"));
        http.perform(get("/books/" + isbn + "/known")).andExpect(content().string("true"));
        http.perform(get("/books/none/known")).andExpect(content().string("false"));
        http.perform(get("/books/" + isbn + "/copies-of")).andExpect(content().json("[3]"));
    }

    @Test
    void tells_all_facts() throws Exception {
        http.perform(get("/books/" + isbn + "/facts"))
                .andExpect(jsonPath("$.title").value("Title of " + isbn))
                .andExpect(jsonPath("$.copies").value(3));
    }

    @Test
    void shows_the_cover() throws Exception {
        http.perform(get("/books/" + isbn + "/cover"))
                .andExpect(content().bytes(("cover of " + isbn).getBytes(StandardCharsets.UTF_8)));
    }
}
