package org.quanlian.store.internal.exchange;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.exchange.BreakerRecord;
import org.quanlian.vouchers.exchange.Breakers;

/** How partners were reached lately, in one transaction. */
public final class JdbcBreakers implements Breakers {
    private static final String COLUMNS = "SELECT partner, failures, open_until, problem, problem_zh, problem_en,"
            + " answered_at, failed_at FROM exchange_breakers";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcBreakers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<BreakerRecord> find(Area partner) {
        return sql.query(COLUMNS + " WHERE partner = ?", partner.code()).optional(JdbcBreakers::record);
    }

    @Override
    public BreakerRecord lock(Area partner) {
        if (sql.lock("exchange_breakers", "partner", partner.code()) == 0) {
            ExchangeRows.addIfAbsent(
                    sql,
                    sql.insertInto("exchange_breakers")
                            .set("partner", partner.code())
                            .set("failures", 0));
            // Somebody else may have been first.
            sql.lock("exchange_breakers", "partner", partner.code());
        }
        return find(partner).orElseThrow();
    }

    @Override
    public List<BreakerRecord> all() {
        return sql.query(COLUMNS + " ORDER BY partner").list(JdbcBreakers::record);
    }

    @Override
    public void update(BreakerRecord record) {
        sql.updateOne(
                "UPDATE exchange_breakers SET failures = ?, open_until = ?, problem = ?, problem_zh = ?, problem_en = ?,"
                        + " answered_at = ?, failed_at = ? WHERE partner = ?",
                record.failures(),
                record.openUntil(),
                ExchangeRows.code(record.problem()),
                ExchangeRows.zh(record.problem()),
                ExchangeRows.en(record.problem()),
                record.answeredAt(),
                record.failedAt(),
                record.partner().code());
    }

    private static BreakerRecord record(Row row) {
        return new BreakerRecord(
                new Area(row.string("partner")),
                row.integer("failures"),
                row.optionalInstant("open_until"),
                ExchangeRows.problem(row),
                row.optionalInstant("answered_at"),
                row.optionalInstant("failed_at"));
    }
}
