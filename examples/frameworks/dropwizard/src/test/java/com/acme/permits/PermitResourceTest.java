package com.acme.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermitResourceTest {

    private final PermitStore permits = mock();
    private final PermitResource resource = new PermitResource(permits);

    @Test
    void reads_a_permit() {
        Permit permit = new Permit("B-1", "north", LocalDate.of(2030, 1, 31));
        when(permits.find("B-1")).thenReturn(Optional.of(permit));

        assertThat(resource.read("B-1")).isEqualTo(permit);
    }

    @Test
    void does_not_find_an_unknown_plate() {
        assertThatThrownBy(() -> resource.read("B-2"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no permit for B-2");
    }
}
