package org.quanlian.store.internal.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quanlian.store.internal.jdbc.ChangeObserver;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.audit.RowChange;

/**
 * What one transaction changes. Before a row is changed for the first time it is read and held, so that nobody else changes
 * it in between; at the end it is read again.
 */
final class ChangeLog implements ChangeObserver {
    private final Sql sql;
    private final ChainHash hash;
    private final Map<String, ChangingStatement> known;
    private final Map<RowKey, String> before = new HashMap<>();
    private final List<RowKey> order = new ArrayList<>();

    /**
     * @param sql the transaction
     * @param hash digests rows
     * @param known statements that were read before, by their texts: there are some hundreds
     */
    ChangeLog(Sql sql, ChainHash hash, ConcurrentHashMap<String, ChangingStatement> known) {
        this.sql = sql;
        this.hash = hash;
        this.known = known;
    }

    @Override
    public void changing(String statement, Object[] parameters) {
        ChangingStatement change = known.computeIfAbsent(statement, ChangingStatement::of);
        if (change instanceof ChangingStatement.Inserting inserting) {
            inserting(inserting, parameters);
        } else if (change instanceof ChangingStatement.Touching touching) {
            touching(touching, parameters);
        }
    }

    @Override
    public int mark() {
        return order.size();
    }

    @Override
    public void backTo(int mark) {
        List<RowKey> undone = order.subList(mark, order.size());
        undone.forEach(before::remove);
        undone.clear();
    }

    /** What is different now. What was changed and changed back is not. */
    List<RowChange> changes() {
        List<RowChange> changes = new ArrayList<>();
        for (RowKey key : order) {
            String was = before.get(key);
            String is = RowDigests.now(sql, key, hash);
            if (!was.equals(is)) {
                changes.add(new RowChange(key.table().name(), key.text(), was, is));
            }
        }
        return changes;
    }

    private void inserting(ChangingStatement.Inserting inserting, Object[] parameters) {
        AuditedTable table = inserting.table();
        List<Object> values = new ArrayList<>();
        for (int place : inserting.key()) {
            values.add(place < 0 ? null : plain(parameters[place]));
        }
        RowKey key = new RowKey(table, values);
        if (!before.containsKey(key)) {
            // Of a key that names one row there was none, or the database refuses the new one.
            note(key, table.single() ? "" : RowDigests.now(sql, key, hash));
        }
    }

    private void touching(ChangingStatement.Touching touching, Object[] parameters) {
        AuditedTable table = touching.table();
        String where = touching.condition().isEmpty() ? "" : " WHERE " + touching.condition();
        Object[] of = Arrays.copyOfRange(parameters, touching.before(), parameters.length);
        String found = sql.dialect().holding("SELECT * FROM " + table.name() + where);
        List<RowKey> groups = new ArrayList<>();
        sql.query(found, of).each(row -> {
            var values = row.values();
            RowKey key = RowKey.of(table, values);
            if (!before.containsKey(key) && !groups.contains(key)) {
                if (table.single()) {
                    note(key, RowDigests.of(table, values, hash));
                } else {
                    groups.add(key);
                }
            }
        });
        groups.forEach(key -> note(key, RowDigests.now(sql, key, hash)));
    }

    private void note(RowKey key, String digest) {
        before.put(key, digest);
        order.add(key);
    }

    /** A parameter as a key has it: as it will be read again. */
    private static Object plain(Object parameter) {
        if (parameter instanceof Optional<?> optional) {
            return optional.map(ChangeLog::plain).orElse(null);
        }
        if (parameter instanceof Integer number) {
            return number.longValue();
        }
        return parameter instanceof Enum<?> constant ? constant.name() : parameter;
    }
}
