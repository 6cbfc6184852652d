package com.acme.library;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Loans over JAX-RS. */
@Path("/loans")
@Singleton
@Produces(MediaType.TEXT_PLAIN)
@Consumes(MediaType.TEXT_PLAIN)
public class LoanResource {
    private final Map<String, String> loans = new TreeMap<>();

    @POST
    @Path("/{isbn}")
    public synchronized Response lend(@PathParam("isbn") String isbn, String reader) {
        loans.put(isbn, reader);
        return Response.created(URI.create("/loans/" + isbn)).entity("lent to " + reader).build();
    }

    @GET
    @Path("/{isbn}")
    public synchronized String reader(@PathParam("isbn") String isbn) {
        if (!loans.containsKey(isbn)) {
            throw new NotFoundException();
        }
        return loans.get(isbn);
    }

    @PUT
    @Path("/{isbn}")
    public synchronized void transfer(@PathParam("isbn") String isbn, String reader) {
        loans.put(isbn, reader);
    }

    @DELETE
    @Path("/{isbn}")
    public synchronized void giveBack(@PathParam("isbn") String isbn) {
        loans.remove(isbn);
    }

    @GET
    @Path("/{isbn}/lent")
    public synchronized boolean lent(@PathParam("isbn") String isbn) {
        return loans.containsKey(isbn);
    }

    @GET
    @Path("/{isbn}/letters")
    public synchronized int letters(@PathParam("isbn") String isbn) {
        return reader(isbn).length();
    }
}
