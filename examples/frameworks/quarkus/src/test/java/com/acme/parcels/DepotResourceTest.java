package com.acme.parcels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.acme.parcels.DepotResource.Load;
import org.junit.jupiter.api.Test;

class DepotResourceTest {

    private final Parcels parcels = mock();

    @Test
    void rounds_up_to_kilograms() {
        when(parcels.gramsIn("north")).thenReturn(1_201L);

        assertEquals(new Load("north", 2), new DepotResource(parcels).load("north"));
    }
}
