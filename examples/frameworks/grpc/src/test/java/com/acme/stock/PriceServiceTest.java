package com.acme.stock;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.acme.stock.api.Order;
import com.acme.stock.api.Price;
import io.grpc.stub.StreamObserver;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PriceServiceTest {

    private final Shelf shelf = mock();
    private final StreamObserver<Price> response = mock();

    @Test
    void charges_a_tenth_more_for_what_is_missing() {
        when(shelf.find("bolt")).thenReturn(OptionalInt.of(1));

        new PriceService(shelf)
                .quote(Order.newBuilder().setCode("bolt").setPieces(2).build(), response);

        verify(response).onNext(Price.newBuilder().setCents(550).build());
    }
}
