package org.quanlian.store.internal.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.policy.api.Decision;
import org.quanlian.store.internal.jdbc.Insert;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.ClaimFilter;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimRefusals;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.Claims;
import org.quanlian.vouchers.claims.Correction;
import org.quanlian.vouchers.claims.DecisionFormat;
import org.quanlian.vouchers.claims.ExpertReviews;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.orders.Order;

/** The claims of one transaction. */
public final class JdbcClaims implements Claims {
    private final Sql sql;
    private final ClaimVouchers vouchers;

    /** @param sql the transaction */
    public JdbcClaims(Sql sql) {
        this.sql = sql;
        this.vouchers = new ClaimVouchers(sql);
    }

    @Override
    public Optional<VoucherClaim> find(Id<VoucherClaim> id) {
        return sql.query(
                        "SELECT " + ClaimRows.CLAIM + " FROM voucher_claims c LEFT JOIN claim_filings f"
                                + " ON f.claim = c.id AND f.filing_round = c.filing_round WHERE c.id = ?",
                        id.value())
                .optional(row -> ClaimRows.claim(row, vouchers.of(id)));
    }

    @Override
    public Optional<VoucherClaim> lock(Id<VoucherClaim> id) {
        return sql.lock("voucher_claims", "id", id.value()) == 0 ? Optional.empty() : find(id);
    }

    @Override
    public void add(VoucherClaim claim) {
        if (claim.filing().isPresent() || claim.approved().isPresent()) {
            throw new IllegalArgumentException("a claim begins as a draft");
        }
        sql.insertInto("voucher_claims")
                .set("id", claim.id().value())
                .set("claim_number", claim.number())
                .set("applicant", claim.applicant().value())
                .set("host", claim.host().map(Id::value))
                .set("city", claim.city().code())
                .set("claim_year", claim.year())
                .set("state", claim.state())
                .set("filing_round", 0)
                .set("created_at", claim.createdAt())
                .set("version", claim.version())
                .run();
        vouchers.change(Optional.empty(), claim);
    }

    @Override
    public void update(VoucherClaim before, VoucherClaim after) {
        if (after.version() <= before.version()) {
            throw new IllegalArgumentException("a change of a claim counts up its version");
        }
        boolean filed = !after.filing().equals(before.filing());
        Optional<Filing> filing = after.filing();
        Optional<Decision.Amounts> amounts = filing.map(Filing::amounts);
        Optional<ApprovedGrant> approved = after.approved();
        int rows = sql.update(
                "UPDATE voucher_claims SET state = ?, filing_round = filing_round + ?, filed_at = ?,"
                        + " policy_province = ?, policy_year = ?, policy_version = ?, policy_digest = ?, outcome = ?,"
                        + " supportable_spend = ?, decided_grant = ?, decided_province_share = ?,"
                        + " decided_city_share = ?, decided_cap = ?, decided_cap_remaining = ?, approved_grant = ?,"
                        + " approved_province_share = ?, approved_city_share = ?, approved_city_extra = ?, version = ?"
                        + " WHERE id = ? AND version = ?",
                after.state(),
                filed ? 1 : 0,
                filing.map(Filing::at),
                filing.map(of -> of.policy().province().code()),
                filing.map(of -> of.policy().year()),
                filing.map(of -> of.policy().version().toString()),
                filing.map(Filing::digest),
                filing.map(Filing::outcome),
                amounts.map(Decision.Amounts::supportableSpend),
                amounts.map(Decision.Amounts::grant),
                amounts.map(Decision.Amounts::provinceShare),
                amounts.map(Decision.Amounts::cityShare),
                amounts.map(Decision.Amounts::cap),
                amounts.map(Decision.Amounts::capRemaining),
                approved.map(ApprovedGrant::grant),
                approved.map(ApprovedGrant::provinceShare),
                approved.map(ApprovedGrant::cityShare),
                approved.map(ApprovedGrant::cityExtra),
                after.version(),
                after.id().value(),
                before.version());
        if (rows == 0) {
            throw ClaimRefusals.stale(after.number());
        }
        if (filed) {
            keep(after.id(), filing.orElseThrow());
        }
        vouchers.change(Optional.of(before), after);
    }

    private void keep(Id<VoucherClaim> id, Filing filing) {
        int round = sql.query("SELECT filing_round FROM voucher_claims WHERE id = ?", id.value())
                .one(row -> row.integer("filing_round"));
        sql.insertInto("claim_filings")
                .set("claim", id.value())
                .set("filing_round", round)
                .set("facts", filing.facts())
                .set("decision", filing.decision())
                .run();
    }

    @Override
    public void append(Id<VoucherClaim> claim, TimelineEntry entry) {
        Insert insert = sql.insertInto("claim_timeline")
                .set("claim", claim.value())
                .set("happened_at", entry.at())
                .set("actor", entry.actor().map(Id::value))
                .set("actor_name", entry.actorName())
                .set("actor_role", entry.role())
                .set("move_name", entry.move())
                .set("from_state", entry.from())
                .set("to_state", entry.to())
                .set("reason", entry.reason());
        insert.run();
    }

    @Override
    public List<TimelineEntry> timeline(Id<VoucherClaim> claim) {
        return sql.query(
                        "SELECT happened_at, actor, actor_name, actor_role, move_name, from_state, to_state, reason"
                                + " FROM claim_timeline WHERE claim = ? ORDER BY entry",
                        claim.value())
                .list(ClaimRows::timelineEntry);
    }

    @Override
    public Optional<Instant> firstMoved(Id<VoucherClaim> claim, ClaimMove move) {
        return sql.query(
                        "SELECT MIN(happened_at) AS first_at FROM claim_timeline WHERE claim = ? AND move_name = ?",
                        claim.value(),
                        move)
                .one(row -> row.optionalInstant("first_at"));
    }

    @Override
    public Set<Id<Account>> experts(Id<VoucherClaim> claim) {
        return Set.copyOf(
                sql.query("SELECT expert FROM claim_experts WHERE claim = ? AND ended_at IS NULL", claim.value())
                        .list(row -> new Id<Account>(row.string("expert"))));
    }

    @Override
    public String nextNumber(Area city, int year) {
        return new ClaimNumbers(sql).next(city, year);
    }

    @Override
    public Page<ClaimSummary> list(ClaimFilter filter, Page.Request page) {
        return new ClaimList(filter, page).read(sql);
    }

    @Override
    public List<VoucherClaim> attachedTo(Id<?> document) {
        List<Id<VoucherClaim>> claims = sql.query(
                        "SELECT DISTINCT claim FROM claim_materials WHERE document = ? ORDER BY claim DESC"
                                + " FETCH FIRST 100 ROWS ONLY",
                        document.value())
                .list(row -> new Id<>(row.string("claim")));
        return claims.stream().flatMap(claim -> find(claim).stream()).toList();
    }

    @Override
    public Map<ClaimMaterial, List<Id<?>>> materials(Id<VoucherClaim> claim) {
        Map<ClaimMaterial, List<Id<?>>> found = new EnumMap<>(ClaimMaterial.class);
        sql.query(
                        "SELECT material, document FROM claim_materials WHERE claim = ? ORDER BY material, place",
                        claim.value())
                .each(row -> found.computeIfAbsent(
                                row.constant("material", ClaimMaterial.class), material -> new ArrayList<>())
                        .add(new Id<>(row.string("document"))));
        return found;
    }

    @Override
    public void setMaterials(Id<VoucherClaim> claim, Map<ClaimMaterial, List<Id<?>>> materials) {
        sql.update("DELETE FROM claim_materials WHERE claim = ?", claim.value());
        List<Object[]> rows = new ArrayList<>();
        materials.forEach((material, documents) -> {
            for (int place = 0; place < documents.size(); place++) {
                rows.add(new Object[] {
                    claim.value(), material, place, documents.get(place).value()
                });
            }
        });
        sql.batch("INSERT INTO claim_materials (claim, material, place, document) VALUES (?, ?, ?, ?)", rows);
    }

    @Override
    public List<Correction> corrections(Id<VoucherClaim> claim) {
        return sql.query(
                        "SELECT what, remark FROM claim_corrections WHERE claim = ? AND claim_version ="
                                + " (SELECT MAX(claim_version) FROM claim_corrections WHERE claim = ?) ORDER BY place",
                        claim.value(),
                        claim.value())
                .list(row -> new Correction(row.string("what"), row.string("remark")));
    }

    @Override
    public void addCorrections(VoucherClaim claim, List<Correction> corrections) {
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < corrections.size(); place++) {
            Correction correction = corrections.get(place);
            rows.add(new Object[] {claim.id().value(), claim.version(), place, correction.at(), correction.text()});
        }
        sql.batch(
                "INSERT INTO claim_corrections (claim, claim_version, place, what, remark) VALUES (?, ?, ?, ?, ?)",
                rows);
    }

    @Override
    public Optional<Id<VoucherClaim>> successor(Id<VoucherClaim> claim) {
        return sql.query("SELECT successor FROM claim_successors WHERE claim = ?", claim.value())
                .optional(row -> new Id<>(row.string("successor")));
    }

    @Override
    public void setSuccessor(Id<VoucherClaim> claim, Id<VoucherClaim> successor) {
        sql.insertInto("claim_successors")
                .set("claim", claim.value())
                .set("successor", successor.value())
                .run();
    }

    @Override
    public DecisionFormat format() {
        return new ContractFormat();
    }

    @Override
    public ExpertReviews expertReviews() {
        return new JdbcExpertReviews(sql);
    }

    /** A voucher's order by its name. */
    static Id<Order> order(String value) {
        return new Id<>(value);
    }
}
