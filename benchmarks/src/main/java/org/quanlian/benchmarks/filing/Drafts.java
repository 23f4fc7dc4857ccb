package org.quanlian.benchmarks.filing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.quanlian.benchmarks.year.PlayedYear;
import org.quanlian.benchmarks.year.Renewal;
import org.quanlian.benchmarks.year.Template;
import org.quanlian.benchmarks.year.Template.Part;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.VoucherClaim;

/** Firms of which each has one claim that is ready to be filed: copies of the drafts of the year, each for a firm of its own. */
final class Drafts {
    private static final int BATCH = 50;

    private final DataSource source;
    private final Ids ids;
    private final List<Pattern> patterns;
    private long made;

    /** A draft of the year with its firm. */
    private record Pattern(Template rows, String firm, String account, String name, String claim) {}

    private Drafts(DataSource source, Ids ids, List<Pattern> patterns) {
        this.source = source;
        this.ids = ids;
        this.patterns = patterns;
    }

    /** The drafts of a year that its policy lets be filed. */
    static Drafts of(PlayedYear year, DataSource source, Transactions transactions) throws SQLException {
        record Found(String claim, String firm, String account, String name) {}
        List<Found> all = transactions.read(sql -> sql.query(
                        "SELECT c.id, c.applicant, a.id AS account, a.name FROM voucher_claims c"
                                + " JOIN accounts a ON a.organisation = c.applicant WHERE c.state = 'DRAFT' ORDER BY c.id")
                .list(row -> new Found(
                        row.string("id"), row.string("applicant"), row.string("account"), row.string("name"))));
        List<Pattern> patterns = new ArrayList<>();
        for (Found found : all) {
            Draft draft = draft(found.account(), found.name(), found.firm(), found.claim());
            if (isFileable(year, draft)) {
                Template rows = Template.read(source, parts(found.firm(), found.claim()));
                patterns.add(new Pattern(rows, found.firm(), found.account(), found.name(), found.claim()));
            }
        }
        if (patterns.isEmpty()) {
            throw new IllegalStateException("none of " + all.size() + " drafts can be filed");
        }
        return new Drafts(source, year.ids(), patterns);
    }

    /** Makes so many, in turn after each draft of the year. */
    List<Draft> make(int count) throws SQLException {
        List<Draft> drafts = new ArrayList<>(count);
        for (int i = 0; i < patterns.size(); i++) {
            int share = count / patterns.size() + (i < count % patterns.size() ? 1 : 0);
            make(patterns.get(i), share, drafts);
        }
        return drafts;
    }

    private void make(Pattern pattern, int count, List<Draft> drafts) throws SQLException {
        for (int from = 0; from < count; from += BATCH) {
            List<Renewal> copies = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + BATCH); i++) {
                Renewal copy = new Renewal(() -> ids.next().value(), ++made);
                pattern.rows().renew(copy);
                copies.add(copy);
                drafts.add(draft(
                        copy.of(pattern.account()), pattern.name(), copy.of(pattern.firm()), copy.of(pattern.claim())));
            }
            pattern.rows().write(source, copies);
        }
    }

    private static Draft draft(String account, String name, String firm, String claim) {
        return new Draft(
                new Actor(new Id<>(account), name, Role.ENTERPRISE, Optional.of(new Id<>(firm)), Optional.empty()),
                new Id<VoucherClaim>(claim));
    }

    /** Tries it and takes it back. */
    private static boolean isFileable(PlayedYear year, Draft draft) {
        try {
            new TakenBack(year).file(year.store(), draft);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static List<Part> parts(String firm, String claim) {
        String ofFirm = "organisation = '" + firm + "'";
        String ofClaim = "claim = '" + claim + "'";
        String orders = "(SELECT order_id FROM claim_orders WHERE " + ofClaim + ")";
        String papers = "(SELECT document FROM claim_materials WHERE " + ofClaim
                + " UNION SELECT document FROM order_documents WHERE order_id IN " + orders + ")";
        return List.of(
                new Part("registry_organisations", "id = '" + firm + "'"),
                new Part("registry_applicants", ofFirm),
                new Part("registry_research_spending", ofFirm),
                new Part("registry_qualifications", ofFirm),
                new Part("accounts", ofFirm),
                new Part("documents", "id IN " + papers),
                new Part("orders", "id IN " + orders),
                new Part("order_invoices", "order_id IN " + orders),
                new Part("order_payments", "order_id IN " + orders),
                new Part("order_documents", "order_id IN " + orders),
                new Part("order_events", "order_id IN " + orders),
                new Part("voucher_claims", "id = '" + claim + "'"),
                new Part("claim_orders", ofClaim),
                new Part("claimed_vouchers", ofClaim),
                new Part("claim_materials", ofClaim),
                new Part("claim_timeline", ofClaim));
    }
}
