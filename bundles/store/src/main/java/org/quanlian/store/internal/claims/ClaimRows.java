package org.quanlian.store.internal.claims;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.orders.Order;

/** What the rows of claims mean. */
final class ClaimRows {
    /** The columns of a claim without what was filed. */
    static final String SUMMARY =
            "c.id, c.claim_number, c.applicant, c.host, c.city, c.claim_year, c.state, c.filed_at,"
                    + " c.outcome, c.decided_grant, c.approved_grant, c.created_at, c.version";

    /** The columns of a claim with what was filed last. */
    static final String CLAIM = SUMMARY + ", c.policy_province, c.policy_year, c.policy_version, c.policy_digest,"
            + " c.supportable_spend, c.decided_province_share, c.decided_city_share, c.decided_cap,"
            + " c.decided_cap_remaining, c.approved_province_share, c.approved_city_share, c.approved_city_extra,"
            + " f.facts, f.decision";

    private ClaimRows() {}

    static ClaimSummary summary(Row row) {
        return new ClaimSummary(
                new Id<>(row.string("id")),
                row.string("claim_number"),
                new Id<>(row.string("applicant")),
                row.optionalString("host").map(Id::new),
                new Area(row.string("city")),
                row.integer("claim_year"),
                row.constant("state", ClaimState.class),
                row.optionalInstant("filed_at"),
                row.optionalConstant("outcome", ClaimOutcome.class),
                row.optionalMoney("decided_grant"),
                row.optionalMoney("approved_grant"),
                row.instant("created_at"),
                row.number("version"));
    }

    static VoucherClaim claim(Row row, List<Id<Order>> orders) {
        ClaimSummary summary = summary(row);
        return new VoucherClaim(
                summary.id(),
                summary.number(),
                summary.applicant(),
                summary.host(),
                summary.city(),
                summary.year(),
                orders,
                summary.state(),
                filing(row, summary),
                summary.approved()
                        .map(grant -> new ApprovedGrant(
                                grant,
                                row.money("approved_province_share"),
                                row.money("approved_city_share"),
                                row.money("approved_city_extra"))),
                summary.createdAt(),
                summary.version());
    }

    private static Optional<Filing> filing(Row row, ClaimSummary summary) {
        return summary.filedAt()
                .map(at -> new Filing(
                        at,
                        new PolicyKey(
                                new Area(row.string("policy_province")),
                                row.integer("policy_year"),
                                Version.parse(row.string("policy_version"))),
                        row.string("policy_digest"),
                        summary.outcome().orElseThrow(),
                        new Decision.Amounts(
                                row.money("supportable_spend"),
                                summary.grant().orElseThrow(),
                                row.money("decided_province_share"),
                                row.money("decided_city_share"),
                                row.money("decided_cap"),
                                row.money("decided_cap_remaining")),
                        row.string("facts"),
                        row.string("decision")));
    }

    static TimelineEntry timelineEntry(Row row) {
        return new TimelineEntry(
                row.instant("happened_at"),
                row.optionalString("actor").map(Id::new),
                row.string("actor_name"),
                row.optionalConstant("actor_role", Role.class),
                row.constant("move_name", ClaimMove.class),
                row.constant("from_state", ClaimState.class),
                row.constant("to_state", ClaimState.class),
                row.string("reason"));
    }
}
