package org.quanlian.rest.internal.orders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.OrderDesk;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.OrderState;
import org.quanlian.vouchers.orders.VoucherOrder;

/** Orders, from the request to the bound voucher. */
@Path("/orders")
@Produces(OrdersResource.JSON)
public final class OrdersResource {
    static final String JSON = "application/json";

    private static final String ONE = "/api/v1/orders/{id}";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.of("/api/v1/orders", OrderRequests.MAX_SMALL_BYTES, "GET", "POST"),
            Route.reading(ONE),
            Route.reading(ONE + "/timeline"),
            Route.reading(ONE + "/assessment"),
            Route.of(ONE + "/evidence", OrderRequests.MAX_EVIDENCE_BYTES, "PUT"),
            Route.posting(ONE + "/acceptance", OrderRequests.MAX_SMALL_BYTES),
            Route.posting(ONE + "/refusal", OrderRequests.MAX_SMALL_BYTES),
            Route.posting(ONE + "/cancellation", OrderRequests.MAX_SMALL_BYTES),
            Route.posting(ONE + "/confirmation", OrderRequests.MAX_SMALL_BYTES),
            Route.posting(ONE + "/dispute", OrderRequests.MAX_SMALL_BYTES),
            Route.posting(ONE + "/unbinding", OrderRequests.MAX_SMALL_BYTES));

    private final Api api;
    private final OrderDesk desk;

    /** Answers with the use cases of orders. */
    public OrdersResource(Api api, OrderDesk desk) {
        this.api = api;
        this.desk = desk;
    }

    /** The orders that the caller may see, newest first. */
    @GET
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", "state");
        Page.Request page = query.page();
        Optional<OrderState> state = query.choice("state", OrderState.class);
        return api.read(
                request,
                (session, actor) -> Reply.ok(OrderJson.page(desk.ordering().list(session, actor, state, page))));
    }

    /** Orders a service. */
    @POST
    public Response order(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        OrderRequests.NewOrder wanted = OrderRequests.order(body);
        return api.post(request, body, (session, actor) -> {
            VoucherOrder order = desk.ordering().order(session, actor, wanted.applicant(), wanted.request());
            return Reply.created("/api/v1/orders/" + order.id(), OrderJson.one(order), order.version());
        });
    }

    /** One order. */
    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Order> order = PathIds.parse(id);
        return api.read(request, (session, actor) -> reply(desk.ordering().show(session, actor, order)));
    }

    /** What happened to it. */
    @GET
    @Path("{id}/timeline")
    public Response timeline(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Order> order = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) -> Reply.ok(OrderJson.timeline(desk.ordering().timeline(session, actor, order))));
    }

    /** What the policy says about it as it stands. */
    @GET
    @Path("{id}/assessment")
    public Response assessment(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Order> order = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(OrderJson.assessment(desk.preAssessments().assess(session, actor, order, Set.of()))));
    }

    /** Proves the service. */
    @PUT
    @Path("{id}/evidence")
    public Response prove(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Evidence evidence = OrderRequests.evidence(body);
        return change(id, request, (session, actor, order, seen) -> desk.binding()
                .prove(session, actor, order, evidence, seen));
    }

    /** The provider takes it. */
    @POST
    @Path("{id}/acceptance")
    public Response accept(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        OrderRequests.nothing(body);
        return change(
                id, request, (session, actor, order, seen) -> desk.ordering().accept(session, actor, order, seen));
    }

    /** The provider does not take it. */
    @POST
    @Path("{id}/refusal")
    public Response decline(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        String reason = OrderRequests.requiredReason(body);
        return change(id, request, (session, actor, order, seen) -> desk.ordering()
                .decline(session, actor, order, reason, seen));
    }

    /** The applicant takes it back. */
    @POST
    @Path("{id}/cancellation")
    public Response cancel(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        String reason = OrderRequests.optionalReason(body);
        return change(id, request, (session, actor, order, seen) -> desk.ordering()
                .cancel(session, actor, order, reason, seen));
    }

    /** The provider confirms what is proved. */
    @POST
    @Path("{id}/confirmation")
    public Response confirm(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        OrderRequests.nothing(body);
        return change(
                id, request, (session, actor, order, seen) -> desk.binding().confirm(session, actor, order, seen));
    }

    /** The provider does not confirm what is proved. */
    @POST
    @Path("{id}/dispute")
    public Response dispute(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        String reason = OrderRequests.requiredReason(body);
        return change(id, request, (session, actor, order, seen) -> desk.binding()
                .dispute(session, actor, order, reason, seen));
    }

    /** Either side takes the binding back for correction. */
    @POST
    @Path("{id}/unbinding")
    public Response unbind(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        String reason = OrderRequests.requiredReason(body);
        return change(id, request, (session, actor, order, seen) -> desk.binding()
                .unbind(session, actor, order, reason, seen));
    }

    private Response change(String id, HttpServletRequest request, Move move) {
        Query.of(request);
        Id<Order> order = PathIds.parse(id);
        return api.change(
                request, (session, actor, version) -> reply(move.make(session, actor, order, Optional.of(version))));
    }

    private static Reply reply(VoucherOrder order) {
        return Reply.ok(OrderJson.one(order), order.version());
    }

    private interface Move {
        VoucherOrder make(Session session, Actor actor, Id<Order> order, Optional<Long> seen);
    }
}
