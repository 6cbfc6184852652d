package com.acme.permits;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

@Path("/permits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PermitResource {

    private final PermitStore permits;

    public PermitResource(PermitStore permits) {
        this.permits = permits;
    }

    @GET
    @Path("/{plate}")
    public Permit read(@PathParam("plate") String plate) {
        return permits.find(plate).orElseThrow(() -> new NotFoundException("no permit for " + plate));
    }

    @POST
    public Response issue(Permit permit) {
        if (permits.add(permit) == 0) {
            return Response.status(Response.Status.CONFLICT).build();
        }
        return Response.created(UriBuilder.fromResource(PermitResource.class)
                        .path(permit.plate())
                        .build())
                .entity(permit)
                .build();
    }
}
