package com.acme.shop;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole shop on a free port and a real PostgreSQL, asked over HTTP; all its tests share one application. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningShop {

    RestTestClient shop;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", ShopDatabase::url);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        shop = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
