package com.acme.stock;

import com.acme.stock.api.Delivery;
import com.acme.stock.api.Item;
import com.acme.stock.api.Level;
import com.acme.stock.api.StockGrpc.StockImplBase;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.OptionalInt;

public class StockService extends StockImplBase {

    private final Shelf shelf;

    public StockService(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void receive(Delivery delivery, StreamObserver<Level> response) {
        if (delivery.getPieces() <= 0) {
            response.onError(Status.INVALID_ARGUMENT
                    .withDescription("a delivery has at least one piece")
                    .asRuntimeException());
            return;
        }
        int pieces = shelf.add(delivery.getCode(), delivery.getPieces());
        response.onNext(Level.newBuilder()
                .setCode(delivery.getCode())
                .setPieces(pieces)
                .build());
        response.onCompleted();
    }

    @Override
    public void read(Item item, StreamObserver<Level> response) {
        OptionalInt pieces = shelf.find(item.getCode());
        if (pieces.isEmpty()) {
            response.onError(Status.NOT_FOUND.withDescription(item.getCode()).asRuntimeException());
            return;
        }
        response.onNext(Level.newBuilder()
                .setCode(item.getCode())
                .setPieces(pieces.getAsInt())
                .build());
        response.onCompleted();
    }
}
