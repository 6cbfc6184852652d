package com.acme.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.IntegrationTest;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.test.JerseyTest;
import org.junit.jupiter.api.Test;

@IntegrationTest
class LoanResourceIT extends JerseyTest {

    @Override
    protected Application configure() {
        return new ResourceConfig(LoanResource.class);
    }

    private String get(String path) {
        return target(path).request().get(String.class);
    }

    @Test
    void lends() {
        try (Response lent = target("/loans/1").request().post(Entity.text("Ada"))) {
            assertThat(lent.getStatus()).isEqualTo(201);
            assertThat(lent.getLocation()).hasPath("/loans/1");
            assertThat(lent.readEntity(String.class)).isEqualTo("lent to Ada");
        }
        assertThat(get("/loans/1")).isEqualTo("Ada");
        assertThat(get("/loans/1/letters")).isEqualTo("3");
    }

    @Test
    void transfers() {
        target("/loans/2").request().put(Entity.text("Grace")).close();
        assertThat(get("/loans/2")).isEqualTo("Grace");
    }

    @Test
    void takes_back() {
        target("/loans/3").request().put(Entity.text("Mary")).close();
        assertThat(get("/loans/3/lent")).isEqualTo("true");
        target("/loans/3").request().delete().close();
        assertThat(get("/loans/3/lent")).isEqualTo("false");
    }
}
