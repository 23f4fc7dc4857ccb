package org.quanlian.store.internal.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.store.internal.jdbc.Insert;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.vouchers.orders.Activity;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.OrderEvent;
import org.quanlian.vouchers.orders.OrderRefusals;
import org.quanlian.vouchers.orders.OrderSummary;
import org.quanlian.vouchers.orders.Orders;
import org.quanlian.vouchers.orders.VoucherOrder;

/** The orders of one transaction. */
public final class JdbcOrders implements Orders {
    /** Names sort by age, so what comes after everything is before the first page. */
    private static final String NEWEST = "~";

    /** More orders than one document proves in any real year. */
    private static final int MAX_PROVED_BY = 100;

    private final Sql sql;
    private final EvidenceRows evidence;
    private final HeldActivities held;

    /** @param sql the transaction */
    public JdbcOrders(Sql sql) {
        this.sql = sql;
        this.evidence = new EvidenceRows(sql);
        this.held = new HeldActivities(sql);
    }

    @Override
    public Optional<Order> find(Id<Order> id) {
        return sql.query("SELECT id, applicant, provider FROM orders WHERE id = ?", id.value())
                .optional(OrderRows::order);
    }

    @Override
    public Optional<VoucherOrder> load(Id<Order> id) {
        return sql.query(OrderRows.SELECT + " WHERE id = ?", id.value())
                .optional(OrderRows.Read::of)
                .map(this::whole);
    }

    @Override
    public Optional<VoucherOrder> lock(Id<Order> id) {
        return sql.lock("orders", "id", id.value()) == 0 ? Optional.empty() : load(id);
    }

    @Override
    public void add(VoucherOrder order) {
        Insert insert = sql.insertInto("orders")
                .set("id", order.id().value())
                .set("applicant", order.order().applicant().value())
                .set("host", order.host().map(Id::value))
                .set("acting", order.host().orElse(order.order().applicant()).value())
                .set("provider", order.order().provider().value())
                .set("city", order.city().map(city -> city.code()))
                .set("item", order.request().item())
                .set("description", order.request().description())
                .set("category", order.request().category())
                .set("price", order.request().price())
                .set("state", order.state())
                .set("proved", order.evidence().isPresent())
                .set("created_at", order.createdAt())
                .set("version", order.version());
        insert.run();
        order.evidence().ifPresent(proof -> evidence.write(order.id(), proof));
    }

    @Override
    public void update(VoucherOrder before, VoucherOrder after) {
        int rows = sql.update(
                "UPDATE orders SET state = ?, proved = ?, version = ? WHERE id = ? AND version = ?",
                after.state(),
                after.evidence().isPresent(),
                after.version(),
                before.id().value(),
                before.version());
        if (rows == 0) {
            throw OrderRefusals.stale(before.id());
        }
        if (!before.evidence().equals(after.evidence())) {
            after.evidence().ifPresent(proof -> evidence.write(after.id(), proof));
        }
    }

    @Override
    public void append(Id<Order> order, OrderEvent event) {
        sql.insertInto("order_events")
                .set("order_id", order.value())
                .set("happened_at", event.at())
                .set("actor", event.actor().value())
                .set("actor_name", event.actorName())
                .set("actor_role", event.role())
                .set("move", event.move())
                .set("new_state", event.to())
                .set("reason", event.reason())
                .run();
    }

    @Override
    public List<OrderEvent> timeline(Id<Order> order) {
        return sql.query(
                        "SELECT happened_at, actor, actor_name, actor_role, move, new_state, reason FROM order_events"
                                + " WHERE order_id = ? ORDER BY place",
                        order.value())
                .list(OrderRows::event);
    }

    @Override
    public Page<OrderSummary> page(Filter filter, Page.Request request) {
        StringBuilder text = new StringBuilder(OrderRows.SELECT).append(" WHERE id < ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(request.after().orElse(NEWEST));
        restrict(text, parameters, "acting", filter.buyer().map(Id::value));
        restrict(text, parameters, "provider", filter.provider().map(Id::value));
        restrict(text, parameters, "city", filter.city().map(city -> city.code()));
        restrict(text, parameters, "state", filter.state());
        text.append(" ORDER BY id DESC FETCH FIRST ? ROWS ONLY");
        parameters.add(request.toRead());
        List<OrderSummary> read = sql.query(text.toString(), parameters.toArray())
                .list(row -> OrderRows.Read.of(row).summary());
        return Page.of(read, request, summary -> summary.order().id().value());
    }

    @Override
    public List<VoucherOrder> provedBy(Id<StoredDocument> document) {
        return sql
                .query(
                        "SELECT order_id FROM order_documents WHERE document = ? ORDER BY order_id DESC"
                                + " FETCH FIRST ? ROWS ONLY",
                        document.value(),
                        MAX_PROVED_BY)
                .list(row -> new Id<Order>(row.string("order_id")))
                .stream()
                .map(this::load)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<HeldActivity> hold(Id<?> claim, Set<Activity> activities) {
        return held.hold(claim, activities);
    }

    @Override
    public boolean letGo(Id<?> claim) {
        return held.letGo(claim);
    }

    @Override
    public List<Activity> heldBy(Id<?> claim) {
        return held.heldBy(claim);
    }

    @Override
    public Optional<Id<?>> holder(Id<Order> order) {
        return held.holder(order);
    }

    private VoucherOrder whole(OrderRows.Read read) {
        return read.order(read.proved() ? Optional.of(evidence.read(read)) : Optional.empty());
    }

    private static void restrict(StringBuilder text, List<Object> parameters, String column, Optional<?> value) {
        value.ifPresent(there -> {
            text.append(" AND ").append(column).append(" = ?");
            parameters.add(there);
        });
    }
}
