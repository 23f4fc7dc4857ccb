package org.quanlian.rest.internal.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.api.Sources;
import org.quanlian.rest.internal.http.Route;

/** Logging in, staying logged in, and logging out. */
@Path("/sessions")
public final class SessionsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.posting("/api/v1/sessions", AccountReader.MAX_BYTES),
            Route.posting("/api/v1/sessions/refresh", AccountReader.MAX_BYTES),
            Route.of("/api/v1/sessions/current", 0, "DELETE"));

    private static final String JSON = "application/json";

    private final Api api;

    /** Answers by what the node logs in with. */
    public SessionsResource(Api api) {
        this.api = api;
    }

    /** Logs in with login and password. */
    @POST
    @Produces(JSON)
    public Response logIn(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        AccountReader.Credentials given = AccountReader.credentials(body);
        return Api.tell(
                request,
                Reply.ok(AccountJson.tokens(
                        api.ports().signIn().signIn(given.login(), given.password(), Sources.of(request)))));
    }

    /** Gets new tokens for a refresh token. */
    @POST
    @Path("refresh")
    @Produces(JSON)
    public Response refresh(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        String token = AccountReader.refreshToken(body);
        return Api.tell(
                request, Reply.ok(AccountJson.tokens(api.ports().signIn().refresh(token))));
    }

    /** Ends the session of the access token. */
    @DELETE
    @Path("current")
    @Produces(JSON)
    public Response logOut(@Context HttpServletRequest request) {
        Query.of(request);
        api.ports().signIn().signOut(Api.accessToken(request));
        return Api.tell(request, Reply.noContent());
    }
}
