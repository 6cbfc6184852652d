package com.acme.shop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A real PostgreSQL on a free port, started once for all tests of a JVM; it stops with the JVM. */
public final class ShopDatabase {

    private static final EmbeddedPostgres POSTGRES = start();

    private ShopDatabase() {}

    public static String url() {
        return POSTGRES.getJdbcUrl("postgres", "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for the tests did not start", e);
        }
    }
}
