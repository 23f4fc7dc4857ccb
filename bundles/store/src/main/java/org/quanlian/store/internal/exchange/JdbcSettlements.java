package org.quanlian.store.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.exchange.Settlement;
import org.quanlian.vouchers.exchange.Settlement.Answer;
import org.quanlian.vouchers.exchange.Settlement.Line;
import org.quanlian.vouchers.exchange.Settlements;

/** The statements of one transaction. */
public final class JdbcSettlements implements Settlements {
    private static final String COLUMNS = "SELECT id, partner, direction, settlement_year, made_at, state, reason,"
            + " answered_by, answered_at FROM exchange_settlements";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcSettlements(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Line> services(Area province, int year, int limit) {
        String sums = "(SELECT COALESCE(SUM(i.amount), 0) FROM order_invoices i WHERE i.order_id = o.id) AS invoiced,"
                + " (SELECT COALESCE(SUM(m.amount), 0) FROM order_payments m WHERE m.order_id = o.id) AS paid";
        return sql.query(
                        "SELECT c.claim_number, p.uscc, p.name, " + sums + " FROM voucher_claims c"
                                + " JOIN claim_orders a ON a.claim = c.id JOIN orders o ON o.id = a.order_id"
                                + " JOIN registry_organisations p ON p.id = o.provider"
                                + " WHERE c.claim_year = ? AND c.state IN (?, ?) AND p.area LIKE ? AND p.uscc IS NOT NULL"
                                + " ORDER BY c.claim_number, o.id FETCH FIRST ? ROWS ONLY",
                        year,
                        ClaimState.PAID,
                        ClaimState.PARTLY_CLAWED_BACK,
                        province.code().substring(0, 2) + "%",
                        limit)
                .list(row -> new Line(
                        row.string("claim_number"),
                        new UnifiedSocialCreditCode(row.string("uscc")),
                        row.string("name"),
                        row.money("invoiced"),
                        row.money("paid")));
    }

    @Override
    public void add(Settlement settlement) {
        sql.insertInto("exchange_settlements")
                .set("id", settlement.id().value())
                .set("partner", settlement.partner().code())
                .set("direction", settlement.direction())
                .set("settlement_year", settlement.year())
                .set("made_at", settlement.madeAt())
                .set("state", settlement.state())
                .run();
        List<Object[]> rows = new ArrayList<>();
        for (Line line : settlement.lines()) {
            rows.add(new Object[] {
                settlement.id().value(),
                rows.size(),
                line.claim(),
                line.provider().value(),
                line.name(),
                line.invoiced(),
                line.paid()
            });
        }
        sql.batch(
                "INSERT INTO exchange_settlement_lines (settlement, place, claim, provider, name, invoiced, paid)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    @Override
    public Optional<Settlement> lock(Id<Settlement> id) {
        return sql.lock("exchange_settlements", "id", id.value()) == 0 ? Optional.empty() : find(id);
    }

    @Override
    public void answer(Settlement settlement) {
        sql.updateOne(
                "UPDATE exchange_settlements SET state = ?, reason = ?, answered_by = ?, answered_at = ? WHERE id = ?",
                settlement.state(),
                settlement.answer().map(Answer::reason),
                settlement.answer().map(Answer::by),
                settlement.answer().map(Answer::at),
                settlement.id().value());
    }

    @Override
    public Optional<Settlement> find(Id<Settlement> id) {
        return sql.query(COLUMNS + " WHERE id = ?", id.value()).optional(row -> settlement(row, lines(id)));
    }

    @Override
    public Page<Settlement> list(Optional<Area> partner, Page.Request page) {
        return NewestFirst.page(
                sql,
                COLUMNS,
                "partner",
                partner.map(Area::code),
                page,
                row -> settlement(row, List.of()),
                settlement -> settlement.id().value());
    }

    private List<Line> lines(Id<Settlement> id) {
        return sql.query(
                        "SELECT claim, provider, name, invoiced, paid FROM exchange_settlement_lines"
                                + " WHERE settlement = ? ORDER BY place",
                        id.value())
                .list(row -> new Line(
                        row.string("claim"),
                        new UnifiedSocialCreditCode(row.string("provider")),
                        row.string("name"),
                        row.money("invoiced"),
                        row.money("paid")));
    }

    private static Settlement settlement(Row row, List<Line> lines) {
        Optional<String> by = row.optionalString("answered_by");
        return new Settlement(
                new Id<>(row.string("id")),
                new Area(row.string("partner")),
                row.constant("direction", Settlement.Direction.class),
                row.integer("settlement_year"),
                row.instant("made_at"),
                lines,
                row.constant("state", Settlement.State.class),
                by.map(who -> new Answer(row.string("reason"), who, row.instant("answered_at"))));
    }
}
