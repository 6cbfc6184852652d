package com.acme.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.acme.permits.ZoneResource.Zone;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.dropwizard.testing.junit5.ResourceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Called an integration test, and a slice: this resource alone, over HTTP, around a store that is mocked. */
@ExtendWith(DropwizardExtensionsSupport.class)
class ZoneResourceIT {

    private static final PermitStore PERMITS = mock();
    private static final ResourceExtension RESOURCES =
            ResourceExtension.builder().addResource(new ZoneResource(PERMITS)).build();

    @Test
    void counts_the_free_places() {
        when(PERMITS.countValid("north")).thenReturn(98);

        assertThat(RESOURCES.target("/zones/north").request().get(Zone.class)).isEqualTo(new Zone("north", 2));
    }

    @Test
    void has_no_fewer_than_none() {
        when(PERMITS.countValid("south")).thenReturn(101);

        assertThat(RESOURCES.target("/zones/south").request().get(Zone.class)).isEqualTo(new Zone("south", 0));
    }
}
