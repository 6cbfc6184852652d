package com.acme.rooms;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

@Singleton
public class Bookings {

    private final DataSource database;

    public Bookings(DataSource database) {
        this.database = database;
    }

    @PostConstruct
    void createTables() throws SQLException {
        try (InputStream schema = Bookings.class.getResourceAsStream("/schema.sql");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the room was free. */
    public boolean add(Booking booking) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into booking values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, booking.room());
            insert.setDate(2, Date.valueOf(booking.day()));
            insert.setString(3, booking.who());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Booking> on(LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select room, day, who from booking where day = ? order by room")) {
            select.setDate(1, Date.valueOf(day));
            List<Booking> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Booking(
                            rows.getString(1), rows.getDate(2).toLocalDate(), rows.getString(3)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
