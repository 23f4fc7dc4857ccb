package org.quanlian.store.internal.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.Affiliation;
import org.quanlian.vouchers.claims.Assignment;
import org.quanlian.vouchers.claims.ExpertReviews;
import org.quanlian.vouchers.claims.Opinion;
import org.quanlian.vouchers.claims.VoucherClaim;

/** The experts' reviews of one transaction. What they write about a claim, they write while it is locked. */
final class JdbcExpertReviews implements ExpertReviews {
    private final Sql sql;

    JdbcExpertReviews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Assignment> assignments(Id<VoucherClaim> claim) {
        return sql.query(
                        "SELECT expert, expert_name, assigned_at, ended_at, end_reason FROM claim_experts"
                                + " WHERE claim = ? ORDER BY place",
                        claim.value())
                .list(JdbcExpertReviews::assignment);
    }

    @Override
    public void assign(Id<VoucherClaim> claim, Assignment assignment) {
        int place = sql.query("SELECT COUNT(*) AS given FROM claim_experts WHERE claim = ?", claim.value())
                .one(row -> row.integer("given"));
        sql.insertInto("claim_experts")
                .set("claim", claim.value())
                .set("expert", assignment.expert().value())
                .set("place", place)
                .set("expert_name", assignment.name())
                .set("assigned_at", assignment.at())
                .run();
    }

    @Override
    public void end(Id<VoucherClaim> claim, Id<Account> expert, Instant at, String reason) {
        sql.updateOne(
                "UPDATE claim_experts SET ended_at = ?, end_reason = ? WHERE claim = ? AND expert = ?"
                        + " AND ended_at IS NULL",
                at,
                reason,
                claim.value(),
                expert.value());
    }

    @Override
    public List<Opinion> opinions(Id<VoucherClaim> claim) {
        return sql.query(
                        "SELECT o.expert, o.amount, o.score, o.reason, o.remark, o.given_at FROM claim_opinions o"
                                + " JOIN claim_experts e ON e.claim = o.claim AND e.expert = o.expert"
                                + " WHERE o.claim = ? AND e.ended_at IS NULL ORDER BY o.given_at, o.expert",
                        claim.value())
                .list(row -> new Opinion(
                        new Id<>(row.string("expert")),
                        row.money("amount"),
                        row.integer("score"),
                        row.string("reason"),
                        row.string("remark"),
                        row.instant("given_at")));
    }

    @Override
    public void give(Id<VoucherClaim> claim, Opinion opinion) {
        sql.insertInto("claim_opinions")
                .set("claim", claim.value())
                .set("expert", opinion.expert().value())
                .set("amount", opinion.amount())
                .set("score", opinion.score())
                .set("reason", opinion.reason())
                .set("remark", opinion.comment())
                .set("given_at", opinion.at())
                .run();
    }

    @Override
    public List<Affiliation> affiliations(Id<Account> expert) {
        return sql.query(
                        "SELECT organisation_name, uscc FROM expert_affiliations WHERE expert = ? ORDER BY place",
                        expert.value())
                .list(row -> new Affiliation(
                        row.string("organisation_name"),
                        row.optionalString("uscc").map(UnifiedSocialCreditCode::new)));
    }

    @Override
    public void setAffiliations(Id<Account> expert, List<Affiliation> affiliations) {
        sql.update("DELETE FROM expert_affiliations WHERE expert = ?", expert.value());
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < affiliations.size(); place++) {
            Affiliation affiliation = affiliations.get(place);
            rows.add(new Object[] {
                expert.value(), place, affiliation.name(), affiliation.uscc().map(UnifiedSocialCreditCode::value)
            });
        }
        sql.batch("INSERT INTO expert_affiliations (expert, place, organisation_name, uscc) VALUES (?, ?, ?, ?)", rows);
    }

    private static Assignment assignment(Row row) {
        return new Assignment(
                new Id<>(row.string("expert")),
                row.string("expert_name"),
                row.instant("assigned_at"),
                row.optionalInstant("ended_at").map(at -> new Assignment.End(at, row.string("end_reason"))));
    }
}
