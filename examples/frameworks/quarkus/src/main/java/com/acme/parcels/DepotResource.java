package com.acme.parcels;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/depots")
public class DepotResource {

    private final Parcels parcels;

    public DepotResource(Parcels parcels) {
        this.parcels = parcels;
    }

    @GET
    @Path("/{depot}/load")
    public Load load(String depot) {
        return new Load(depot, (parcels.gramsIn(depot) + 999) / 1_000);
    }

    public record Load(String depot, long kilograms) {}
}
