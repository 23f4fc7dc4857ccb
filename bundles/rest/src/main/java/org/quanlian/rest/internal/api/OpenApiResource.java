package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The description of the interface, as it was written. */
@Path("/openapi.yaml")
public final class OpenApiResource {
    private static final String YAML = "application/yaml";

    private final Representation description =
            new Representation(OpenApiDocument.text().getBytes(StandardCharsets.UTF_8), YAML);

    /** The OpenAPI document. */
    @GET
    @Produces(YAML)
    public Response description(@Context HttpServletRequest request) {
        Query.of(request);
        return description.answer(request);
    }
}
