package com.acme.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.acme.stock.api.Order;
import com.acme.stock.api.PricesGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Called an integration test, and a slice: the test puts this service alone into a server, around a mock. */
class PriceServiceIT {

    private final Shelf shelf = mock();
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        String name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name)
                .directExecutor()
                .addService(new PriceService(shelf))
                .build()
                .start();
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void quotes_what_is_there() {
        when(shelf.find("bolt")).thenReturn(OptionalInt.of(10));

        assertEquals(
                500,
                PricesGrpc.newBlockingStub(channel)
                        .quote(Order.newBuilder().setCode("bolt").setPieces(2).build())
                        .getCents());
    }
}
