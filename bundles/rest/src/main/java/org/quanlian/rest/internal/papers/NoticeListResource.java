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
import org.quanlian.vouchers.publication.PublicNotice;

/** A public notice with its lines, as a list, for everybody. */
@Path("/notices/{id}/{file: list\\.(pdf|xlsx)}")
public final class NoticeListResource {
    /** The paths that it answers. */
    static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/notices/{id}/list.pdf").as(Work.FILES),
            Route.reading("/api/v1/notices/{id}/list.xlsx").as(Work.FILES));

    private final PaperCounter counter;

    NoticeListResource(PaperCounter counter) {
        this.counter = counter;
    }

    /** The list. */
    @GET
    public Response list(
            @PathParam("id") String id, @PathParam("file") String file, @Context HttpServletRequest request) {
        Id<PublicNotice> notice = PathIds.parse(id);
        return counter.giveOpenly(request, PapersInterface.format(file), notice);
    }
}
