package com.acme.permits;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/zones")
@Produces(MediaType.APPLICATION_JSON)
public class ZoneResource {

    private static final int PLACES = 100;

    private final PermitStore permits;

    public ZoneResource(PermitStore permits) {
        this.permits = permits;
    }

    @GET
    @Path("/{zone}")
    public Zone read(@PathParam("zone") String zone) {
        int taken = permits.countValid(zone);
        return new Zone(zone, Math.max(0, PLACES - taken));
    }

    public record Zone(String name, int free) {}
}
