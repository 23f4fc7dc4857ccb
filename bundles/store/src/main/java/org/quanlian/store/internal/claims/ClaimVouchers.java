package org.quanlian.store.internal.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.ClaimRefusals;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.orders.Order;

/** The vouchers of claims: in their order, and each held by one live claim at most. */
final class ClaimVouchers {
    private final Sql sql;

    ClaimVouchers(Sql sql) {
        this.sql = sql;
    }

    List<Id<Order>> of(Id<VoucherClaim> claim) {
        return sql.query("SELECT order_id FROM claim_orders WHERE claim = ? ORDER BY place", claim.value())
                .list(row -> JdbcClaims.order(row.string("order_id")));
    }

    /** Writes down what is different in a claim from what it was. */
    void change(Optional<VoucherClaim> before, VoucherClaim after) {
        List<Id<Order>> orders = before.map(VoucherClaim::orders).orElse(List.of());
        if (!orders.equals(after.orders())) {
            replace(after);
        }
        Set<Id<Order>> held = before.map(ClaimVouchers::held).orElse(Set.of());
        Set<Id<Order>> toHold = held(after);
        if (!held.equals(toHold)) {
            release(after.id(), without(held, toHold));
            hold(after.id(), without(toHold, held));
        }
    }

    private void replace(VoucherClaim claim) {
        sql.update("DELETE FROM claim_orders WHERE claim = ?", claim.id().value());
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < claim.orders().size(); place++) {
            rows.add(new Object[] {
                claim.id().value(), place, claim.orders().get(place).value()
            });
        }
        sql.batch("INSERT INTO claim_orders (claim, place, order_id) VALUES (?, ?, ?)", rows);
    }

    private void release(Id<VoucherClaim> claim, List<Id<Order>> orders) {
        for (Id<Order> order : orders) {
            sql.update("DELETE FROM claimed_vouchers WHERE order_id = ? AND claim = ?", order.value(), claim.value());
        }
    }

    private void hold(Id<VoucherClaim> claim, List<Id<Order>> orders) {
        for (Id<Order> order : orders) {
            try {
                sql.recoverable(() -> {
                    sql.insertInto("claimed_vouchers")
                            .set("order_id", order.value())
                            .set("claim", claim.value())
                            .run();
                    return true;
                });
            } catch (ConstraintViolationException e) {
                if (!e.is("pk_claimed_vouchers")) {
                    throw e;
                }
                throw ClaimRefusals.voucherTaken(order, holder(order));
            }
        }
    }

    /** Number of the claim that holds a voucher; it may have let go of it since. */
    private String holder(Id<Order> order) {
        return sql.query(
                        "SELECT c.claim_number FROM claimed_vouchers v JOIN voucher_claims c ON c.id = v.claim"
                                + " WHERE v.order_id = ?",
                        order.value())
                .optional(row -> row.string("claim_number"))
                .orElse("?");
    }

    private static Set<Id<Order>> held(VoucherClaim claim) {
        return claim.state().holdsVouchers() ? Set.copyOf(claim.orders()) : Set.of();
    }

    /** In the order of their names, so that two claims that want the same vouchers wait for each other in one order. */
    private static List<Id<Order>> without(Set<Id<Order>> some, Set<Id<Order>> others) {
        Set<Id<Order>> left = new LinkedHashSet<>(some);
        left.removeAll(others);
        return left.stream().sorted().toList();
    }
}
