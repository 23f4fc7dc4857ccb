package org.quanlian.rest.internal.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.accounts.AccountOpening;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.RegistryOffice;

/** How organisations come in: by themselves, or as teams by their host. */
@Path("/")
public final class SelfRegistrationResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.posting("/api/v1/enterprises", RegistryReader.MAX_BYTES).openly(),
            Route.posting("/api/v1/providers", RegistryReader.MAX_BYTES).openly(),
            Route.posting("/api/v1/hosts", RegistryReader.MAX_BYTES).openly(),
            Route.posting("/api/v1/teams", RegistryReader.MAX_BYTES),
            Route.reading("/api/v1/enterprises/me/prefill"));

    private static final String JSON = "application/json";

    private final Api api;
    private final RegistryOffice office;
    private final RegistryReader reader;

    /** Answers with the registry. */
    public SelfRegistrationResource(Api api, RegistryOffice office) {
        this.api = api;
        this.office = office;
        this.reader = new RegistryReader(office.personKeys());
    }

    /** Registers an enterprise. */
    @POST
    @Path("enterprises")
    @Produces(JSON)
    public Response enterprise(@Context HttpServletRequest request, byte[] body) {
        return register(Organisation.Kind.ENTERPRISE, request, body);
    }

    /** Registers a provider. */
    @POST
    @Path("providers")
    @Produces(JSON)
    public Response provider(@Context HttpServletRequest request, byte[] body) {
        return register(Organisation.Kind.PROVIDER, request, body);
    }

    /** Registers a host. */
    @POST
    @Path("hosts")
    @Produces(JSON)
    public Response host(@Context HttpServletRequest request, byte[] body) {
        return register(Organisation.Kind.HOST, request, body);
    }

    /** Registers a team of the caller's. */
    @POST
    @Path("teams")
    @Produces(JSON)
    public Response team(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        RegistryReader.Team team = RegistryReader.team(body);
        return api.post(
                request,
                body,
                (session, actor) -> created(office.registrations().registerTeam(session, actor, team::of)));
    }

    /** What the imported lists know of the caller's organisation. */
    @GET
    @Path("enterprises/me/prefill")
    @Produces(JSON)
    public Response prefill(@Context HttpServletRequest request) {
        Query.of(request);
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(RegistryJson.prefill(office.prefills().own(session, actor))));
    }

    private Response register(Organisation.Kind kind, HttpServletRequest request, byte[] body) {
        Query.of(request);
        RegistryReader.SelfRegistration asked = reader.selfRegistration(kind, body);
        RegistryReader.FirstAccount account = asked.account();
        // Hashing costs time on purpose, so it is done before the transaction.
        PasswordHash hash = api.ports().passwords().hash(account.login(), account.password(), "/account/password");
        AccountOpening.Opening opening =
                new AccountOpening.Opening(account.login(), account.name(), account.email(), hash);
        return api.postOpenly(
                request, session -> created(office.registrations().register(session, asked.application(), opening)));
    }

    private static Reply created(Registration registration) {
        return Reply.created(
                "/api/v1/registrations/" + registration.id(),
                RegistryJson.registration(registration),
                registration.organisation().version());
    }
}
