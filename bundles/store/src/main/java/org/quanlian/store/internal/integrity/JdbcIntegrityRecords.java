package org.quanlian.store.internal.integrity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.integrity.ClawbackParts;
import org.quanlian.vouchers.integrity.IntegrityRecords;
import org.quanlian.vouchers.integrity.Recovery;
import org.quanlian.vouchers.integrity.Violation;
import org.quanlian.vouchers.ledger.CapParty;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Registry;

/** Violations and recoveries of one transaction. */
public final class JdbcIntegrityRecords implements IntegrityRecords {
    private static final String RECOVERY = "SELECT id, claim, province_part, city_part, received_on, bank_reference,"
            + " recorded_by, recorded_at FROM recoveries";
    /** Names sort by age, so what comes after everything is before the first page. */
    private static final String NEWEST = "~";

    private final Sql sql;
    private final Registry registry;
    private final ViolationRows rows;

    /**
     * @param sql the transaction
     * @param registry tells which firm an organisation is
     */
    public JdbcIntegrityRecords(Sql sql, Registry registry) {
        this.sql = sql;
        this.registry = registry;
        this.rows = new ViolationRows(sql);
    }

    @Override
    public Optional<LocalDate> suspendedUntil(Id<Organisation> organisation, LocalDate day) {
        return registry.find(organisation).map(CapParty::of).flatMap(party -> sql.query(
                        "SELECT MAX(suspended_until) AS latest FROM violations WHERE party = ?"
                                + " AND suspended_from <= ? AND suspended_until >= ? AND withdrawn_at IS NULL",
                        party.value(),
                        day,
                        day)
                .one(row -> row.optionalDate("latest")));
    }

    @Override
    public void add(Violation violation) {
        rows.add(violation);
    }

    @Override
    public Optional<Violation> find(Id<Violation> id) {
        return rows.list(" WHERE id = ?", List.of(id.value())).stream().findFirst();
    }

    @Override
    public Optional<Violation> lock(Id<Violation> id) {
        return sql.lock("violations", "id", id.value()) == 0 ? Optional.empty() : find(id);
    }

    @Override
    public void update(Violation violation) {
        rows.update(violation);
    }

    @Override
    public Page<Violation> list(Optional<Id<Organisation>> organisation, Optional<Area> city, Page.Request request) {
        StringBuilder where = new StringBuilder(" WHERE id < ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(request.afterName(NEWEST));
        organisation.ifPresent(of -> {
            where.append(" AND organisation = ?");
            parameters.add(of.value());
        });
        city.ifPresent(of -> {
            where.append(" AND city = ?");
            parameters.add(of.code());
        });
        where.append(" ORDER BY id DESC FETCH FIRST ? ROWS ONLY");
        parameters.add(request.toRead());
        return Page.of(rows.list(where.toString(), parameters), request, violation -> violation
                .id()
                .value());
    }

    @Override
    public void add(Recovery recovery) {
        sql.insertInto("recoveries")
                .set("id", recovery.id().value())
                .set("claim", recovery.claim().value())
                .set("province_part", recovery.parts().province())
                .set("city_part", recovery.parts().city())
                .set("received_on", recovery.receivedOn())
                .set("bank_reference", recovery.bankReference())
                .set("recorded_by", recovery.by())
                .set("recorded_at", recovery.at())
                .run();
    }

    @Override
    public Optional<Recovery> recovery(Id<VoucherClaim> claim, String bankReference) {
        return sql.query(RECOVERY + " WHERE claim = ? AND bank_reference = ?", claim.value(), bankReference)
                .optional(JdbcIntegrityRecords::recovery);
    }

    @Override
    public List<Recovery> recoveries(Id<VoucherClaim> claim) {
        return sql.query(RECOVERY + " WHERE claim = ? ORDER BY id", claim.value())
                .list(JdbcIntegrityRecords::recovery);
    }

    private static Recovery recovery(Row row) {
        return new Recovery(
                new Id<>(row.string("id")),
                new Id<>(row.string("claim")),
                new ClawbackParts(row.money("province_part"), row.money("city_part")),
                row.date("received_on"),
                row.string("bank_reference"),
                row.string("recorded_by"),
                row.instant("recorded_at"));
    }
}
