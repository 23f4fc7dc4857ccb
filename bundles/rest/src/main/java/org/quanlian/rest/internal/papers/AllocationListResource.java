package org.quanlian.rest.internal.papers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.treasury.Allocation;

/** An allocation claim by claim, as a list. */
@Path("/allocations/{id}/{file: list\\.(pdf|xlsx)}")
public final class AllocationListResource {
    /** The paths that it answers. */
    static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/allocations/{id}/list.pdf").as(Work.FILES),
            Route.reading("/api/v1/allocations/{id}/list.xlsx").as(Work.FILES));

    private final PaperCounter counter;

    AllocationListResource(PaperCounter counter) {
        this.counter = counter;
    }

    /** The list. */
    @GET
    public Response list(
            @PathParam("id") String id, @PathParam("file") String file, @Context HttpServletRequest request) {
        Id<Allocation> allocation = PathIds.parse(id);
        return counter.give(
                request,
                PapersInterface.format(file),
                (office, session, actor) -> office.allocation(session, actor, allocation));
    }
}
