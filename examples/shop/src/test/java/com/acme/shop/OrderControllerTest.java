package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(OrderController.class)
class OrderControllerTest {

    private static final UUID ID = UUID.fromString("6f1c1c3e-8d4f-4c26-9d0c-0f9f6a3a5b11");

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    OrderService orders;

    @Test
    void says_where_the_placed_order_is() {
        when(orders.place(new OrderRequest("Ann", List.of(new OrderRequest.Item("CUP-1", 1)))))
                .thenReturn(anOrder());

        var answer = mvc.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"customer": "Ann", "items": [{"sku": "CUP-1", "quantity": 1}]}""")
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.CREATED).hasHeader("Location", "/orders/" + ID);
        assertThat(answer).bodyJson().extractingPath("$.total.toPay").isEqualTo(16.90);
    }

    @Test
    void answers_a_rejected_order_with_a_problem() {
        when(orders.place(any())).thenThrow(new OrderRejected("An order needs a customer"));

        var answer = mvc.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo("An order needs a customer");
    }

    @Test
    void answers_broken_json_with_a_problem() {
        assertThat(mvc.post()
                        .uri("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void reads_an_order() {
        when(orders.find(ID)).thenReturn(anOrder());

        assertThat(mvc.get().uri("/orders/{id}", ID))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.customer")
                .isEqualTo("Ann");
    }

    @Test
    void does_not_find_an_unknown_order() {
        when(orders.find(ID)).thenThrow(new NotFound("order", ID));

        assertThat(mvc.get().uri("/orders/{id}", ID)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void cancels_an_order() {
        assertThat(mvc.delete().uri("/orders/{id}", ID)).hasStatus(HttpStatus.NO_CONTENT);
        verify(orders).cancel(ID);
    }

    @Test
    void cannot_cancel_an_unknown_order() {
        doThrow(new NotFound("order", ID)).when(orders).cancel(ID);

        assertThat(mvc.delete().uri("/orders/{id}", ID)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static Order anOrder() {
        List<OrderLine> lines = List.of(new OrderLine("CUP-1", 1, new BigDecimal("12.00")));
        return new Order(ID, "Ann", Order.Status.PLACED, lines, OrderTotal.of(lines));
    }
}
