package org.quanlian.store.internal.claims;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.ClaimFilter;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.VoucherClaim;

/** One page of a list of claims, as a question to the database that an index answers. */
final class ClaimList {
    private final Page.Request page;
    private final StringBuilder text = new StringBuilder("SELECT " + ClaimRows.SUMMARY + " FROM ");
    private final List<Object> parameters = new ArrayList<>();

    ClaimList(ClaimFilter filter, Page.Request page) {
        this.page = page;
        if (filter.of() instanceof ClaimFilter.OfExpert of) {
            text.append("claim_experts e JOIN voucher_claims c ON c.id = e.claim");
            where("e.expert = ?", of.expert().value());
            text.append(" AND e.ended_at IS NULL");
        } else {
            text.append("voucher_claims c");
        }
        filter.year().ifPresent(year -> where("c.claim_year = ?", year));
        if (filter.of() instanceof ClaimFilter.OfApplicant of) {
            where("c.applicant = ?", of.applicant().value());
        } else if (filter.of() instanceof ClaimFilter.OfHost of) {
            where("c.host = ?", of.host().value());
        } else if (filter.of() instanceof ClaimFilter.OfCity of) {
            where("c.city = ?", of.city().code());
        }
        filter.state().ifPresent(state -> where("c.state = ?", state));
        // A cursor that has another form than a name is refused as one.
        page.after().map(after -> new Id<VoucherClaim>(after)).ifPresent(after -> where("c.id > ?", after.value()));
        text.append(" ORDER BY c.id FETCH FIRST ? ROWS ONLY");
        parameters.add(page.toRead());
    }

    Page<ClaimSummary> read(Sql sql) {
        List<ClaimSummary> read =
                sql.query(text.toString(), parameters.toArray()).list(ClaimRows::summary);
        return Page.of(read, page, summary -> summary.id().value());
    }

    private void where(String condition, Object value) {
        text.append(parameters.isEmpty() ? " WHERE " : " AND ").append(condition);
        parameters.add(value);
    }
}
