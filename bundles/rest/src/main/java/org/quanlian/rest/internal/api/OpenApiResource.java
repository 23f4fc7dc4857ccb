package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the interface, as it was written. */
@Path("/openapi.yaml")
public final class OpenApiResource {
    private static final String FILE = "/org/quanlian/rest/openapi.yaml";
    private static final String YAML = "application/yaml";

    private final Representation description = new Representation(load(), YAML);

    /** The OpenAPI document. */
    @GET
    @Produces(YAML)
    public Response description(@Context HttpServletRequest request) {
        Query.of(request);
        return description.answer(request);
    }

    private static byte[] load() {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the bundle has no " + FILE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
