package com.acme.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.acme.permits.ZoneResource.Zone;
import org.junit.jupiter.api.Test;

class ZoneResourceTest {

    private final PermitStore permits = mock();

    @Test
    void has_no_fewer_free_places_than_none() {
        when(permits.countValid("south")).thenReturn(101);

        assertThat(new ZoneResource(permits).read("south")).isEqualTo(new Zone("south", 0));
    }
}
