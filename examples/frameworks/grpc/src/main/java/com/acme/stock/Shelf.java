package com.acme.stock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** How many pieces of what there are, in PostgreSQL. */
public class Shelf {

    private final DataSource database;

    public Shelf(DataSource database) {
        this.database = database;
    }

    public void createTables() throws SQLException {
        try (InputStream schema = Shelf.class.getResourceAsStream("/schema.sql");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int add(String code, int pieces) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into stock values (?, ?)"
                        + " on conflict (code) do update set pieces = stock.pieces + excluded.pieces"
                        + " returning pieces")) {
            insert.setString(1, code);
            insert.setInt(2, pieces);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public OptionalInt find(String code) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select pieces from stock where code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
