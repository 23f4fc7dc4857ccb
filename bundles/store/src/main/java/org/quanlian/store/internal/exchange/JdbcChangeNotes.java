package org.quanlian.store.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.exchange.ChangeNotes;

/** The notes of one transaction. */
public final class JdbcChangeNotes implements ChangeNotes {
    private static final int AT_ONCE = 1_000;

    private final Sql sql;
    private final Ids ids;

    /**
     * @param sql the transaction
     * @param ids names notes
     */
    public JdbcChangeNotes(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    @Override
    public void note(Kind kind, Id<?> subject) {
        sql.insertInto("exchange_notes")
                .set("id", ids.next().value())
                .set("kind", kind)
                .set("subject", subject.value())
                .run();
    }

    @Override
    public void noteAll(Kind kind) {
        String all =
                switch (kind) {
                    case PROVIDER -> "SELECT id AS subject FROM registry_organisations WHERE kind = 'PROVIDER'";
                    case VIOLATION -> "SELECT id AS subject FROM violations";
                    case CLAIM -> "SELECT DISTINCT claim AS subject FROM held_activities";
                    case SETTLEMENT -> "SELECT id AS subject FROM exchange_settlements";
                };
        List<Object[]> rows =
                sql.query(all).list(row -> new Object[] {ids.next().value(), kind, row.string("subject")});
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            sql.batch(
                    "INSERT INTO exchange_notes (id, kind, subject) VALUES (?, ?, ?)",
                    rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
    }

    @Override
    public List<Note> take(int limit) {
        List<Named> oldest = sql.query(
                        sql.dialect()
                                .skippingLocked("SELECT id, kind, subject FROM exchange_notes"
                                        + " ORDER BY id FETCH FIRST ? ROWS ONLY"),
                        limit)
                .list(row -> new Named(
                        row.string("id"), new Note(row.constant("kind", Kind.class), new Id<>(row.string("subject")))));
        List<Note> taken = new ArrayList<>();
        for (Named each : oldest) {
            // Where nothing skips what is locked, somebody else may have taken it meanwhile.
            if (sql.update("DELETE FROM exchange_notes WHERE id = ?", each.id()) == 1) {
                taken.add(each.note());
            }
        }
        return taken;
    }

    @Override
    public long waiting() {
        return sql.query("SELECT COUNT(*) AS waiting FROM exchange_notes").one(row -> row.number("waiting"));
    }

    private record Named(String id, Note note) {}
}
