package org.quanlian.store.internal.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.reminders.PendingClaims;
import org.quanlian.vouchers.reminders.Reminder;

/** The claims that wait for somebody, of one transaction. */
public final class JdbcPendingClaims implements PendingClaims {
    /** A province's areas begin with these digits of its code. */
    private static final int PROVINCE_DIGITS = 2;

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcPendingClaims(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Pending> drafts(Area province, int year, Page.Request page) {
        // A draft that was never filed; one that was taken back is over.
        return pending(
                page,
                "claim_year = ? AND state = ? AND city LIKE ?",
                year,
                ClaimState.DRAFT,
                province.code().substring(0, PROVINCE_DIGITS) + "%");
    }

    @Override
    public Page<Pending> returned(PolicyKey policy, Page.Request page) {
        return pending(
                page,
                "claim_year = ? AND state = ? AND policy_province = ? AND policy_year = ? AND policy_version = ?",
                policy.year(),
                ClaimState.RETURNED,
                policy.province().code(),
                policy.year(),
                policy.version().toString());
    }

    @Override
    public Map<Area, Long> filed(PolicyKey policy) {
        Map<Area, Long> counts = new TreeMap<>();
        sql.query(
                        "SELECT city, COUNT(*) AS waiting FROM voucher_claims WHERE claim_year = ? AND state = ?"
                                + " AND policy_province = ? AND policy_year = ? AND policy_version = ?"
                                + " GROUP BY city ORDER BY city",
                        policy.year(),
                        ClaimState.FILED,
                        policy.province().code(),
                        policy.year(),
                        policy.version().toString())
                .each(row -> counts.put(new Area(row.string("city")), row.number("waiting")));
        return counts;
    }

    @Override
    public boolean firstTold(Reminder.Kind kind, String subject, LocalDate day, Instant at) {
        if (sql.query(
                        "SELECT 1 FROM reminders WHERE kind = ? AND subject = ? AND remind_on = ?",
                        kind.code(),
                        subject,
                        day)
                .exists()) {
            return false;
        }
        try {
            return sql.recoverable(() -> {
                sql.insertInto("reminders")
                        .set("kind", kind.code())
                        .set("subject", subject)
                        .set("remind_on", day)
                        .set("told_at", at)
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            if (e.is("pk_reminders")) {
                return false;
            }
            throw e;
        }
    }

    private Page<Pending> pending(Page.Request page, String where, Object... parameters) {
        List<Object> all = new ArrayList<>(Arrays.asList(parameters));
        page.after().ifPresent(all::add);
        all.add(page.toRead());
        List<Pending> read = sql.query(
                        "SELECT id, claim_number, applicant, host FROM voucher_claims WHERE " + where
                                + (page.after().isPresent() ? " AND id > ?" : "")
                                + " ORDER BY id FETCH FIRST ? ROWS ONLY",
                        all.toArray())
                .list(row -> new Pending(
                        new Id<>(row.string("id")),
                        row.string("claim_number"),
                        new Id<>(row.string("applicant")),
                        row.optionalString("host").map(Id::new)));
        return Page.of(read, page, claim -> claim.id().value());
    }
}
