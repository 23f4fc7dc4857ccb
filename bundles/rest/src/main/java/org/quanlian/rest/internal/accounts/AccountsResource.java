package org.quanlian.rest.internal.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.List;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.api.Sources;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.AccountAdministration;
import org.quanlian.vouchers.accounts.AccountAdministration.Change;
import org.quanlian.vouchers.accounts.AccountAdministration.NewAccount;
import org.quanlian.vouchers.accounts.OneTimePassword;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.wire.JsonRequest;

/** Accounts: everybody's own, and all of them for operators. */
@Path("/accounts")
public final class AccountsResource {
    /** The paths that it answers; what is literal goes before what is a name. */
    public static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/accounts/me"),
            Route.of("/api/v1/accounts/me/password", AccountReader.MAX_BYTES, "PUT"),
            Route.of("/api/v1/accounts", AccountReader.MAX_BYTES, "GET", "POST"),
            Route.of("/api/v1/accounts/{id}", AccountReader.MAX_BYTES, "GET", "PATCH"),
            Route.posting("/api/v1/accounts/{id}/password-resets", AccountReader.MAX_BYTES));

    private static final String JSON = "application/json";

    private final Api api;
    private final AccountAdministration accounts;
    private final SecureRandom random = new SecureRandom();

    /** Answers with the accounts. */
    public AccountsResource(Api api, AccountAdministration accounts) {
        this.api = api;
        this.accounts = accounts;
    }

    /** The caller's account, also when it must set a password first. */
    @GET
    @Path("me")
    @Produces(JSON)
    public Response me(@Context HttpServletRequest request) {
        Query.of(request);
        Account account = api.ports().signIn().account(Api.accessToken(request));
        return Api.tell(request, Reply.ok(AccountJson.one(account), account.version()));
    }

    /** Sets the caller's password. */
    @PUT
    @Path("me/password")
    @Produces(JSON)
    public Response setPassword(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        AccountReader.PasswordChange change = AccountReader.passwordChange(body);
        return Api.tell(
                request,
                Reply.ok(AccountJson.tokens(api.ports()
                        .signIn()
                        .changePassword(
                                Api.accessToken(request), change.current(), change.next(), Sources.of(request)))));
    }

    /** A page of all accounts. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.read(request, (session, actor) -> Reply.ok(AccountJson.page(accounts.list(session, actor, page))));
    }

    /** Opens an account. */
    @POST
    @Produces(JSON)
    public Response open(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        NewAccount wanted = AccountReader.newAccount(body);
        return api.post(request, body, (session, actor) -> {
            Account account = accounts.open(session, actor, wanted);
            return Reply.created("/api/v1/accounts/" + account.id(), AccountJson.one(account), account.version());
        });
    }

    /** One account. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response one(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Account> account = PathIds.parse(id);
        return api.read(request, (session, actor) -> {
            Account found = accounts.read(session, actor, account);
            return Reply.ok(AccountJson.one(found), found.version());
        });
    }

    /** Changes an account. */
    @PATCH
    @Path("{id}")
    @Produces(JSON)
    public Response change(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Account> account = PathIds.parse(id);
        Change change = AccountReader.change(body);
        return api.change(request, (session, actor, version) -> {
            Account changed = accounts.change(session, actor, account, version, change);
            return Reply.ok(AccountJson.one(changed), changed.version());
        });
    }

    /**
     * Gives an account a one-time password, told once. An {@code Idempotency-Key} is not taken: the answer would have to be
     * kept, and with it the password.
     */
    @POST
    @Path("{id}/password-resets")
    @Produces(JSON)
    public Response resetPassword(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Account> account = PathIds.parse(id);
        JsonRequest.readEmpty(body, AccountReader.MAX_BYTES);
        Api.Ports at = api.ports();
        // Whether the caller may comes before the work that hashing is.
        at.store().read(session -> accounts.requireReset(session, Api.caller(at, session, request), account));
        OneTimePassword password = OneTimePassword.make(random);
        PasswordHash hash = at.passwords().hash(password);
        return api.act(request, (session, actor) -> {
            accounts.resetPassword(session, actor, account, hash);
            return Reply.ok(AccountJson.oneTimePassword(password));
        });
    }
}
