package com.acme.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.acme.stock.api.Delivery;
import com.acme.stock.api.Item;
import com.acme.stock.api.Level;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class StockServiceTest {

    private final Shelf shelf = mock();
    private final StreamObserver<Level> response = mock();
    private final StockService service = new StockService(shelf);

    @Test
    void reads_a_level() {
        when(shelf.find("bolt")).thenReturn(OptionalInt.of(7));

        service.read(Item.newBuilder().setCode("bolt").build(), response);

        verify(response).onNext(Level.newBuilder().setCode("bolt").setPieces(7).build());
        verify(response).onCompleted();
    }

    @Test
    void rejects_an_empty_delivery() {
        ArgumentCaptor<Throwable> error = ArgumentCaptor.forClass(Throwable.class);

        service.receive(Delivery.newBuilder().setCode("bolt").build(), response);

        verify(response).onError(error.capture());
        assertEquals(
                Status.Code.INVALID_ARGUMENT, Status.fromThrowable(error.getValue()).getCode());
        verify(response, never()).onNext(any());
    }
}
