package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

class CheckoutControllerTest {

    private final JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final CheckoutController controller = new CheckoutController(jdbc);

    @Test
    void is_open_while_the_database_answers() {
        when(jdbc.sql(anyString()).query(Long.class).single()).thenReturn(3L);

        var answer = controller.health();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).isEqualTo(new CheckoutController.Health("open", "up", 3));
    }

    @Test
    void is_closed_when_the_database_does_not_answer() {
        when(jdbc.sql(anyString()).query(Long.class).single())
                .thenThrow(new DataAccessResourceFailureException("connection refused"));

        var answer = controller.health();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getBody()).isEqualTo(new CheckoutController.Health("closed", "down", 0));
    }
}
