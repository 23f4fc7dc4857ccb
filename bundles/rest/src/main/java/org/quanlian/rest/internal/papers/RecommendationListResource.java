package org.quanlian.rest.internal.papers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.model.Area;
import org.quanlian.rest.internal.api.PathYears;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.rest.internal.http.Route;

/** The claims that a city recommends, as a list. */
@Path("/recommendations/{year}/{city}/{file: list\\.(pdf|xlsx)}")
public final class RecommendationListResource {
    /** The paths that it answers. */
    static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/recommendations/{year}/{city}/list.pdf").as(Work.FILES),
            Route.reading("/api/v1/recommendations/{year}/{city}/list.xlsx").as(Work.FILES));

    private final PaperCounter counter;

    RecommendationListResource(PaperCounter counter) {
        this.counter = counter;
    }

    /** The list. */
    @GET
    public Response list(
            @PathParam("year") String year,
            @PathParam("city") String city,
            @PathParam("file") String file,
            @Context HttpServletRequest request) {
        int of = PathYears.parse(year);
        Area in = PathYears.area(city);
        return counter.give(
                request,
                PapersInterface.format(file),
                (office, session, actor) -> office.recommendations(session, actor, of, in));
    }
}
