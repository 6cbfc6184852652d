package com.acme.stock;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

public class StockServer implements AutoCloseable {

    private final Server server;

    public StockServer(int port, DataSource database) throws IOException, SQLException {
        Shelf shelf = new Shelf(database);
        shelf.createTables();
        server = Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
                .addService(new StockService(shelf))
                .addService(new PriceService(shelf))
                .build()
                .start();
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        try (StockServer stock = new StockServer(9090, database)) {
            stock.server.awaitTermination();
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
