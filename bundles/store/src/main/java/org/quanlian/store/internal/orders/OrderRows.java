package org.quanlian.store.internal.orders;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.ServiceCategory;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.OrderEvent;
import org.quanlian.vouchers.orders.OrderMove;
import org.quanlian.vouchers.orders.OrderRequest;
import org.quanlian.vouchers.orders.OrderState;
import org.quanlian.vouchers.orders.OrderSummary;
import org.quanlian.vouchers.orders.VoucherOrder;
import org.quanlian.vouchers.registry.Organisation;

/** What the rows of orders mean. */
final class OrderRows {
    static final String SELECT =
            "SELECT id, applicant, host, provider, city, item, description, category, price, state,"
                    + " proved, exclusion, contract_number, signed_on, contract_amount, created_at, version FROM orders";

    private OrderRows() {}

    static Order order(Row row) {
        return new Order(
                new Id<>(row.string("id")), new Id<>(row.string("applicant")), new Id<>(row.string("provider")));
    }

    static OrderEvent event(Row row) {
        return new OrderEvent(
                row.instant("happened_at"),
                new Id<>(row.string("actor")),
                row.string("actor_name"),
                row.constant("actor_role", Role.class),
                row.optionalConstant("move", OrderMove.class),
                row.constant("new_state", OrderState.class),
                row.string("reason"));
    }

    /** An order as its one row tells it; what else proves it stands in other tables. */
    record Read(
            Order order,
            Optional<Id<Organisation>> host,
            Optional<Area> city,
            OrderRequest request,
            OrderState state,
            boolean proved,
            Optional<Exclusion> exclusion,
            Contract contract,
            Instant createdAt,
            long version) {
        static Read of(Row row) {
            Order order = OrderRows.order(row);
            return new Read(
                    order,
                    row.optionalString("host").map(Id::new),
                    row.optionalString("city").map(Area::new),
                    new OrderRequest(
                            order.provider(),
                            row.optionalString("item"),
                            row.string("description"),
                            row.constant("category", ServiceCategory.class),
                            row.money("price")),
                    row.constant("state", OrderState.class),
                    row.bool("proved"),
                    row.optionalConstant("exclusion", Exclusion.class),
                    new Contract(
                            row.optionalString("contract_number"),
                            row.optionalDate("signed_on"),
                            row.optionalMoney("contract_amount")),
                    row.instant("created_at"),
                    row.number("version"));
        }

        VoucherOrder order(Optional<Evidence> evidence) {
            return new VoucherOrder(order, host, city, request, state, evidence, createdAt, version);
        }

        OrderSummary summary() {
            return new OrderSummary(order, host, request, state, createdAt);
        }
    }
}
