package com.acme.parcels;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
public class Parcels {

    private final DataSource database;

    public Parcels(DataSource database) {
        this.database = database;
    }

    void createTables(@Observes StartupEvent start) throws SQLException, IOException {
        try (InputStream schema = Parcels.class.getResourceAsStream("/schema.sql");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Returns whether the code was free. */
    public boolean add(Parcel parcel) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into parcel values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, parcel.code());
            insert.setString(2, parcel.depot());
            insert.setInt(3, parcel.grams());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<Parcel> find(String code) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select code, depot, grams from parcel where code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Parcel(row.getString(1), row.getString(2), row.getInt(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long gramsIn(String depot) {
        try (Connection connection = database.getConnection();
                PreparedStatement sum =
                        connection.prepareStatement("select coalesce(sum(grams), 0) from parcel where depot = ?")) {
            sum.setString(1, depot);
            try (ResultSet row = sum.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
