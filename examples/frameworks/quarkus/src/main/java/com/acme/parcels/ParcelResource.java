package com.acme.parcels;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

@Path("/parcels")
public class ParcelResource {

    private final Parcels parcels;

    public ParcelResource(Parcels parcels) {
        this.parcels = parcels;
    }

    @GET
    @Path("/{code}")
    public Parcel read(String code) {
        return parcels.find(code).orElseThrow(() -> new NotFoundException("no parcel " + code));
    }

    @POST
    public Response accept(Parcel parcel) {
        if (!parcels.add(parcel)) {
            return Response.status(Response.Status.CONFLICT).build();
        }
        return Response.created(URI.create("/parcels/" + parcel.code()))
                .entity(parcel)
                .build();
    }
}
