package com.acme.permits;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.glassfish.jersey.client.ClientProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application on a port and a PostgreSQL of its own. */
@ExtendWith(DropwizardExtensionsSupport.class)
class PermitResourceIT {

    private static final EmbeddedPostgres DATABASE = database();
    static final DropwizardAppExtension<PermitsConfiguration> APPLICATION = new DropwizardAppExtension<>(
            PermitsApplication.class,
            "src/main/resources/permits.yml",
            ConfigOverride.randomPorts(),
            ConfigOverride.config("database.url", DATABASE.getJdbcUrl("postgres", "postgres")),
            ConfigOverride.config("database.user", "postgres"));

    private static EmbeddedPostgres database() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        DATABASE.close();
    }

    private static WebTarget permits() {
        // Five seconds unless set, too few for the first request on a busy machine.
        return APPLICATION
                .client()
                .property(ClientProperties.READ_TIMEOUT, 60_000)
                .target("http://localhost:" + APPLICATION.getLocalPort() + "/permits");
    }

    @Test
    void reads_what_it_issued() {
        Permit permit = new Permit("B-1", "north", LocalDate.of(2030, 1, 31));

        try (Response issued = permits().request().post(Entity.json(permit))) {
            assertThat(issued.getStatus()).isEqualTo(201);
            assertThat(issued.getLocation()).hasPath("/permits/B-1");
        }
        assertThat(permits().path("B-1").request().get(Permit.class)).isEqualTo(permit);
    }

    @Test
    void issues_one_permit_a_plate() {
        Permit permit = new Permit("B-2", "north", LocalDate.of(2030, 1, 31));
        permits().request().post(Entity.json(permit)).close();

        try (Response again = permits().request().post(Entity.json(permit))) {
            assertThat(again.getStatus()).isEqualTo(409);
        }
    }

    @Test
    void does_not_find_an_unknown_plate() {
        try (Response unknown = permits().path("B-3").request().get()) {
            assertThat(unknown.getStatus()).isEqualTo(404);
        }
    }
}
