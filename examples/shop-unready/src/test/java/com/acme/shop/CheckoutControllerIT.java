package com.acme.shop;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * It is called an integration test and even starts the application, but then it builds a controller of its own
 * around a mock: nothing of the shop is integrated with anything.
 * Andon: {@code CheckoutController: integration-tests} violated, since what it tests is not the
 * application's controller.
 */
@SpringBootTest
class CheckoutControllerIT {

    @MockitoBean
    CheckoutService checkout; // The sin: the service under test is a mock ...

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", ShopDatabase::url);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void bills_what_is_to_pay() throws Exception {
        when(checkout.toPay(any())).thenReturn(Optional.of(new BigDecimal("16.90")));
        // ... and the controller is not the application's.
        MockMvc mvc = MockMvcBuilders.standaloneSetup(new CheckoutController(checkout))
                .build();

        mvc.perform(get("/checkout/{id}", UUID.randomUUID()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.toPay").value(16.90));
    }
}
