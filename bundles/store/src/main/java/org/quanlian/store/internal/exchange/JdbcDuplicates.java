package org.quanlian.store.internal.exchange;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.exchange.DuplicateSuspicion;
import org.quanlian.vouchers.exchange.DuplicateSuspicion.Finding;
import org.quanlian.vouchers.exchange.DuplicateSuspicion.State;
import org.quanlian.vouchers.exchange.Duplicates;

/** The suspicions of one transaction. */
public final class JdbcDuplicates implements Duplicates {
    private static final String COLUMNS = "SELECT id, partner, fingerprint, claim, invoice, found_at, partner_since,"
            + " state, reason, settled_by, settled_at FROM exchange_suspicions";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcDuplicates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean report(DuplicateSuspicion suspicion) {
        boolean isNew = sql.query(
                        "SELECT id FROM exchange_suspicions"
                                + " WHERE partner = ? AND fingerprint = ? AND claim = ? AND state <> ?",
                        suspicion.partner().code(),
                        suspicion.fingerprint(),
                        suspicion.claim().value(),
                        State.GONE)
                .list(row -> row.string("id"))
                .isEmpty();
        if (isNew) {
            sql.insertInto("exchange_suspicions")
                    .set("id", suspicion.id().value())
                    .set("partner", suspicion.partner().code())
                    .set("fingerprint", suspicion.fingerprint())
                    .set("claim", suspicion.claim().value())
                    .set("invoice", suspicion.invoice())
                    .set("found_at", suspicion.foundAt())
                    .set("partner_since", suspicion.partnerSince())
                    .set("state", suspicion.state())
                    .run();
        }
        return isNew;
    }

    @Override
    public Optional<DuplicateSuspicion> lock(Id<DuplicateSuspicion> id) {
        return sql.lock("exchange_suspicions", "id", id.value()) == 0
                ? Optional.empty()
                : sql.query(COLUMNS + " WHERE id = ?", id.value()).optional(JdbcDuplicates::suspicion);
    }

    @Override
    public void update(DuplicateSuspicion suspicion) {
        sql.updateOne(
                "UPDATE exchange_suspicions SET state = ?, reason = ?, settled_by = ?, settled_at = ? WHERE id = ?",
                suspicion.state(),
                suspicion.settled().map(Finding::reason),
                suspicion.settled().map(Finding::by),
                suspicion.settled().map(Finding::at),
                suspicion.id().value());
    }

    @Override
    public List<DuplicateSuspicion> against(Id<VoucherClaim> claim) {
        return sql.query(
                        COLUMNS + " WHERE claim = ? AND state IN (?, ?) ORDER BY id",
                        claim.value(),
                        State.OPEN,
                        State.CONFIRMED)
                .list(JdbcDuplicates::suspicion);
    }

    @Override
    public void gone(Area partner, String fingerprint) {
        sql.update(
                "UPDATE exchange_suspicions SET state = ? WHERE partner = ? AND fingerprint = ? AND state = ?",
                State.GONE,
                partner.code(),
                fingerprint,
                State.OPEN);
    }

    @Override
    public Page<DuplicateSuspicion> list(Optional<State> state, Page.Request page) {
        return NewestFirst.page(sql, COLUMNS, "state", state, page, JdbcDuplicates::suspicion, suspicion -> suspicion
                .id()
                .value());
    }

    private static DuplicateSuspicion suspicion(Row row) {
        Optional<String> reason = row.optionalString("reason");
        return new DuplicateSuspicion(
                new Id<>(row.string("id")),
                new Area(row.string("partner")),
                row.string("fingerprint"),
                new Id<>(row.string("claim")),
                row.string("invoice"),
                row.instant("found_at"),
                row.instant("partner_since"),
                row.constant("state", State.class),
                reason.map(why -> new Finding(why, row.string("settled_by"), row.instant("settled_at"))));
    }
}
