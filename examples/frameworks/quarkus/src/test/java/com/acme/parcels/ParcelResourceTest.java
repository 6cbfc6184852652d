package com.acme.parcels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParcelResourceTest {

    private final Parcels parcels = mock();
    private final ParcelResource resource = new ParcelResource(parcels);

    @Test
    void reads_a_parcel() {
        Parcel parcel = new Parcel("P-1", "north", 1_200);
        when(parcels.find("P-1")).thenReturn(Optional.of(parcel));

        assertEquals(parcel, resource.read("P-1"));
    }

    @Test
    void does_not_find_an_unknown_code() {
        assertThrows(NotFoundException.class, () -> resource.read("P-2"));
    }
}
