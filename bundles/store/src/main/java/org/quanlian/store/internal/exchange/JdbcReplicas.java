package org.quanlian.store.internal.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.exchange.Replicas;
import org.quanlian.vouchers.exchange.SyncState;

/** The replicas of one transaction. */
public final class JdbcReplicas implements Replicas {
    private static final String OF_REPLICA = " WHERE owner = ? AND audience = ? AND data_class = ?";
    private static final String ITEM = OF_REPLICA + " AND kind = ? AND item_key = ?";
    private static final String ITEMS =
            "SELECT kind, item_key, content, digest, bucket, origin, told_at FROM exchange_items";
    private static final String STATES = "SELECT owner, audience, data_class, told_until, run, started_at, finished_at,"
            + " compared_at, agreed_at, differences FROM exchange_replicas";
    private static final String BETWEEN = "/";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcReplicas(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ReplicaItem> find(ReplicaName replica, ReplicaItem.Name name) {
        return sql.query(ITEMS + ITEM, named(replica, name)).optional(JdbcReplicas::item);
    }

    @Override
    public void put(ReplicaName replica, ReplicaItem item) {
        int rows = sql.update(
                "UPDATE exchange_items SET content = ?, digest = ?, bucket = ?, origin = ?, told_at = ?" + ITEM,
                item.content(),
                item.digest(),
                item.bucket(),
                item.origin(),
                item.at(),
                replica.owner().code(),
                replica.audience().code(),
                replica.dataClass(),
                item.kind(),
                item.key());
        if (rows == 0) {
            sql.insertInto("exchange_items")
                    .set("owner", replica.owner().code())
                    .set("audience", replica.audience().code())
                    .set("data_class", replica.dataClass())
                    .set("kind", item.kind())
                    .set("item_key", item.key())
                    .set("content", item.content())
                    .set("digest", item.digest())
                    .set("bucket", item.bucket())
                    .set("origin", item.origin())
                    .set("told_at", item.at())
                    .run();
        }
    }

    @Override
    public boolean remove(ReplicaName replica, ReplicaItem.Name name) {
        return sql.update("DELETE FROM exchange_items" + ITEM, named(replica, name)) == 1;
    }

    @Override
    public Page<ReplicaItem> list(ReplicaName replica, Optional<String> kind, Page.Request page) {
        List<Object> parameters = new ArrayList<>(named(replica));
        StringBuilder text = new StringBuilder(ITEMS + OF_REPLICA);
        kind.ifPresent(only -> {
            text.append(" AND kind = ?");
            parameters.add(only);
        });
        page.after().map(JdbcReplicas::place).ifPresent(place -> {
            text.append(" AND (kind > ? OR (kind = ? AND item_key > ?))");
            parameters.addAll(List.of(place.get(0), place.get(0), place.get(1)));
        });
        // The length of a page stands in the text: see decision 0025.
        text.append(" ORDER BY kind, item_key FETCH FIRST ")
                .append(page.toRead())
                .append(" ROWS ONLY");
        List<ReplicaItem> read =
                sql.query(text.toString(), parameters.toArray()).list(JdbcReplicas::item);
        return Page.of(read, page, item -> item.kind() + BETWEEN + item.key());
    }

    @Override
    public List<ReplicaItem> bucket(ReplicaName replica, int bucket) {
        List<Object> parameters = new ArrayList<>(named(replica));
        parameters.add(bucket);
        return sql.query(ITEMS + OF_REPLICA + " AND bucket = ? ORDER BY kind, item_key", parameters.toArray())
                .list(JdbcReplicas::item);
    }

    @Override
    public long count(ReplicaName replica) {
        return sql.query(
                        "SELECT COUNT(*) AS items FROM exchange_items" + OF_REPLICA,
                        named(replica).toArray())
                .one(row -> row.number("items"));
    }

    @Override
    public List<ReplicaItem> from(ReplicaName replica, String origin) {
        List<Object> parameters = new ArrayList<>(named(replica));
        parameters.add(origin);
        return sql.query(ITEMS + OF_REPLICA + " AND origin = ? ORDER BY kind, item_key", parameters.toArray())
                .list(JdbcReplicas::item);
    }

    @Override
    public Optional<SyncState> state(ReplicaName replica) {
        return sql.query(STATES + OF_REPLICA, named(replica).toArray()).optional(JdbcReplicas::state);
    }

    @Override
    public SyncState lock(ReplicaName replica) {
        if (sql.update(
                        "UPDATE exchange_replicas SET run = run" + OF_REPLICA,
                        named(replica).toArray())
                == 0) {
            begin(replica);
        }
        return state(replica).orElseThrow();
    }

    private void begin(ReplicaName replica) {
        try {
            sql.recoverable(() -> {
                sql.insertInto("exchange_replicas")
                        .set("owner", replica.owner().code())
                        .set("audience", replica.audience().code())
                        .set("data_class", replica.dataClass())
                        .set("told_until", SyncState.NEW.cursor())
                        .set("run", SyncState.NEW.run())
                        .set("differences", SyncState.NEW.differences())
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            if (!e.is("pk_exchange_replicas")) {
                throw e;
            }
            // Somebody else began it at the same time: it is waited for.
            sql.updateOne(
                    "UPDATE exchange_replicas SET run = run" + OF_REPLICA,
                    named(replica).toArray());
        }
    }

    @Override
    public void update(ReplicaName replica, SyncState state) {
        sql.updateOne(
                "UPDATE exchange_replicas SET told_until = ?, run = ?, started_at = ?, finished_at = ?, compared_at = ?,"
                        + " agreed_at = ?, differences = ?" + OF_REPLICA,
                state.cursor(),
                state.run(),
                state.startedAt(),
                state.finishedAt(),
                state.comparedAt(),
                state.agreedAt(),
                state.differences(),
                replica.owner().code(),
                replica.audience().code(),
                replica.dataClass());
    }

    @Override
    public List<Known> all() {
        return sql.query(STATES + " ORDER BY owner, audience, data_class")
                .list(row -> new Known(
                        new ReplicaName(
                                new Area(row.string("owner")),
                                new Area(row.string("audience")),
                                row.string("data_class")),
                        state(row)));
    }

    private static List<Object> named(ReplicaName replica) {
        return List.of(replica.owner().code(), replica.audience().code(), replica.dataClass());
    }

    private static Object[] named(ReplicaName replica, ReplicaItem.Name name) {
        return new Object[] {
            replica.owner().code(), replica.audience().code(), replica.dataClass(), name.kind(), name.key()
        };
    }

    /** Kind and key of the item after which a page starts. */
    private static List<String> place(String after) {
        int between = after.indexOf(BETWEEN);
        if (between < 0) {
            throw new InvalidValueException("page.cursor", "that is no cursor of this list");
        }
        return Arrays.asList(after.substring(0, between), after.substring(between + 1));
    }

    private static ReplicaItem item(Row row) {
        return new ReplicaItem(
                row.string("kind"),
                row.string("item_key"),
                row.string("content"),
                row.string("digest"),
                row.integer("bucket"),
                row.string("origin"),
                row.instant("told_at"));
    }

    private static SyncState state(Row row) {
        return new SyncState(
                row.string("told_until"),
                row.number("run"),
                row.optionalInstant("started_at"),
                row.optionalInstant("finished_at"),
                row.optionalInstant("compared_at"),
                row.optionalInstant("agreed_at"),
                row.number("differences"));
    }
}
