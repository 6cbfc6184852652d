package com.acme.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jms.core.JmsTemplate;

@SpringBootTest
class ReturnListenerIT {
    private final String isbn = UUID.randomUUID().toString();

    @Autowired
    private JmsTemplate messages;

    @Autowired
    private Shelf shelf;

    @Test
    void puts_back_what_returns() {
        messages.convertAndSend("returns", isbn);
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(shelf.find(isbn))
                        .contains(new Book(isbn, "returned " + isbn, 1, BigDecimal.ONE)));
    }

    @Test
    void removes_what_is_lost() {
        shelf.put(new Book(isbn, "lost", 1, BigDecimal.ONE));
        messages.convertAndSend("losses", isbn);
        await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(shelf.find(isbn)).isEmpty());
    }
}
