package com.acme.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.acme.stock.api.Delivery;
import com.acme.stock.api.Item;
import com.acme.stock.api.Level;
import com.acme.stock.api.StockGrpc;
import com.acme.stock.api.StockGrpc.StockBlockingStub;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server as it is wired, on a port and a PostgreSQL of its own. */
class StockServiceIT {

    private static EmbeddedPostgres database;
    private static StockServer server;
    private static ManagedChannel channel;

    private final StockBlockingStub stock = StockGrpc.newBlockingStub(channel);

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedPostgres.start();
        server = new StockServer(0, database.getPostgresDatabase());
        channel = Grpc.newChannelBuilder("localhost:" + server.port(), InsecureChannelCredentials.create())
                .build();
    }

    @AfterAll
    static void stop() throws IOException {
        channel.shutdownNow();
        server.close();
        database.close();
    }

    @Test
    void reads_what_it_received() {
        stock.receive(Delivery.newBuilder().setCode("bolt").setPieces(3).build());
        stock.receive(Delivery.newBuilder().setCode("bolt").setPieces(4).build());

        Level level = stock.read(Item.newBuilder().setCode("bolt").build());

        assertEquals(7, level.getPieces());
    }

    @Test
    void does_not_find_an_unknown_item() {
        StatusRuntimeException error = assertThrows(
                StatusRuntimeException.class,
                () -> stock.read(Item.newBuilder().setCode("nut").build()));

        assertEquals(Status.Code.NOT_FOUND, error.getStatus().getCode());
    }
}
