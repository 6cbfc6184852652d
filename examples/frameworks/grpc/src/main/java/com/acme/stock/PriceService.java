package com.acme.stock;

import com.acme.stock.api.Order;
import com.acme.stock.api.Price;
import com.acme.stock.api.PricesGrpc.PricesImplBase;
import io.grpc.stub.StreamObserver;

public class PriceService extends PricesImplBase {

    private static final long CENTS = 250;

    private final Shelf shelf;

    public PriceService(Shelf shelf) {
        this.shelf = shelf;
    }

    /** A tenth more for what must be ordered first. */
    @Override
    public void quote(Order order, StreamObserver<Price> response) {
        long cents = CENTS * order.getPieces();
        if (shelf.find(order.getCode()).orElse(0) < order.getPieces()) {
            cents += cents / 10;
        }
        response.onNext(Price.newBuilder().setCents(cents).build());
        response.onCompleted();
    }
}
