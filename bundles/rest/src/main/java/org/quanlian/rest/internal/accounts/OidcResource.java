package org.quanlian.rest.internal.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.accounts.ProviderSignIn;

/** Logging in at another provider of identities. */
@Path("/oidc")
public final class OidcResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES =
            List.of(Route.reading("/api/v1/oidc/login"), Route.reading("/api/v1/oidc/callback"));

    private static final String JSON = "application/json";
    private static final String COOKIE = "quanlian-oidc";
    private static final int MAX_AGE = 600;
    private static final int FOUND = 302;

    private final Api api;

    /** Answers by the provider that is configured. */
    public OidcResource(Api api) {
        this.api = api;
    }

    /** Sends the browser to the provider. */
    @GET
    @Path("login")
    @Produces(JSON)
    public Response logIn(@Context HttpServletRequest request) {
        Query.of(request);
        ProviderSignIn.Departure departure = api.ports().provider().depart();
        return Response.status(FOUND)
                .header("Location", departure.provider().toString())
                .header("Set-Cookie", cookie(departure.browser(), MAX_AGE, departure.secure()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Takes the browser back from the provider, logged in. */
    @GET
    @Path("callback")
    @Produces(JSON)
    public Response callback(@Context HttpServletRequest request) {
        // What else the provider sends, such as "iss" and "session_state", is not needed; "error" has no code.
        Query query = Query.of(
                request, "state", "code", "iss", "session_state", "scope", "error", "error_description", "error_uri");
        byte[] json = AccountJson.tokens(api.ports()
                .provider()
                .arrive(query.text("state").orElse(""), query.text("code").orElse(""), browser(request)));
        return Response.ok(json)
                .type(JSON)
                .header("Content-Length", json.length)
                .header("Cache-Control", "no-store")
                .header("Set-Cookie", cookie("", 0, true))
                .build();
    }

    private static String browser(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(java.util.Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Lax, because the browser comes back from another site. */
    private static String cookie(String value, int maxAge, boolean secure) {
        return COOKIE + "=" + value + "; Path=/api/v1/oidc; Max-Age=" + maxAge + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
