package org.quanlian.store.internal.orders;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.StoreException;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.orders.Activity;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.Orders.HeldActivity;

/** Which claim holds which activity. The table's key decides; nothing here looks first and then believes what it saw. */
final class HeldActivities {
    private static final String ONCE = "held_activities_once";

    /** How often another claim may let go while this one is told that it can't have something. */
    private static final int ATTEMPTS = 10;

    private final Sql sql;

    HeldActivities(Sql sql) {
        this.sql = sql;
    }

    List<HeldActivity> hold(Id<?> claim, Set<Activity> activities) {
        Set<Activity> sorted = new TreeSet<>(activities);
        Set<Key> before = keysOf(claim);
        List<Activity> missing = sorted.stream()
                .filter(activity -> !before.contains(Key.of(activity)))
                .toList();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                sql.recoverable(() -> {
                    insert(claim, missing);
                    return true;
                });
                sorted.forEach(activity -> before.remove(Key.of(activity)));
                before.forEach(this::delete);
                return List.of();
            } catch (ConstraintViolationException e) {
                if (!e.is(ONCE)) {
                    throw e;
                }
                List<HeldActivity> held = heldByOthers(claim, missing);
                if (!held.isEmpty()) {
                    return held;
                }
                // The other has let go since: it is free now.
            }
        }
        throw new StoreException("activities were taken and let go " + ATTEMPTS + " times while a claim wanted them");
    }

    boolean letGo(Id<?> claim) {
        return sql.update("DELETE FROM held_activities WHERE claim = ?", claim.value()) > 0;
    }

    List<Activity> heldBy(Id<?> claim) {
        return sql
                .query(
                        "SELECT kind, activity_key, written, order_id FROM held_activities WHERE claim = ?",
                        claim.value())
                .list(row -> new Activity(
                        row.constant("kind", Activity.Kind.class),
                        row.string("activity_key"),
                        row.string("written"),
                        new Id<>(row.string("order_id"))))
                .stream()
                .sorted()
                .toList();
    }

    Optional<Id<?>> holder(Id<Order> order) {
        return sql.query(
                        "SELECT claim FROM held_activities WHERE kind = ? AND activity_key = ?",
                        Activity.Kind.VOUCHER,
                        order.value())
                .optional(row -> new Id<>(row.string("claim")));
    }

    private Set<Key> keysOf(Id<?> claim) {
        return new HashSet<>(sql.query("SELECT kind, activity_key FROM held_activities WHERE claim = ?", claim.value())
                .list(row -> new Key(row.constant("kind", Activity.Kind.class), row.string("activity_key"))));
    }

    private void insert(Id<?> claim, List<Activity> activities) {
        sql.batch(
                "INSERT INTO held_activities (kind, activity_key, claim, order_id, written) VALUES (?, ?, ?, ?, ?)",
                activities.stream()
                        .map(activity -> new Object[] {
                            activity.kind(),
                            activity.key(),
                            claim.value(),
                            activity.order().value(),
                            activity.written()
                        })
                        .toList());
    }

    private void delete(Key key) {
        sql.update("DELETE FROM held_activities WHERE kind = ? AND activity_key = ?", key.kind(), key.key());
    }

    private List<HeldActivity> heldByOthers(Id<?> claim, List<Activity> activities) {
        List<HeldActivity> held = new ArrayList<>();
        for (Activity activity : activities) {
            sql.query(
                            "SELECT claim FROM held_activities WHERE kind = ? AND activity_key = ? AND claim <> ?",
                            activity.kind(),
                            activity.key(),
                            claim.value())
                    .optional(row -> new Id<Object>(row.string("claim")))
                    .ifPresent(other -> held.add(new HeldActivity(activity, other)));
        }
        return List.copyOf(held);
    }

    private record Key(Activity.Kind kind, String key) {
        static Key of(Activity activity) {
            return new Key(activity.kind(), activity.key());
        }
    }
}
