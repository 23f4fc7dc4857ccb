package org.quanlian.store.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which tables are in the trail and by what their rows are named, and which are not, and why. */
final class AuditedTables {
    private static final Map<String, AuditedTable> TABLES = new TreeMap<>();
    private static final Map<String, String> OTHERS = new TreeMap<>();

    static {
        // A key column with a # holds numbers.
        rows("accounts", Set.of("password_hash"), "id");
        together("oidc_links", "account");
        rows("registry_organisations", "id");
        rows("registry_applicants", "organisation");
        rows("registry_research_spending", "organisation", "#spending_year");
        rows("registry_qualifications", "organisation", "#place");
        rows("registry_providers", "organisation");
        rows("registry_approvals", "organisation", "#place");
        rows("catalogue_items", "id");
        rows("list_imports", "id");
        together("list_entries", "list_import");
        together("relation_ties", "source", "organisation", "list_import");
        rows("orders", "id");
        rows("order_invoices", "order_id", "#place");
        rows("order_payments", "order_id", "#place");
        rows("order_documents", "order_id", "#place");
        together("order_events", "order_id");
        rows("held_activities", "kind", "activity_key");
        rows("voucher_claims", "id");
        rows("claim_filings", "claim", "#filing_round");
        rows("claim_orders", "claim", "#place");
        rows("claimed_vouchers", "order_id");
        rows("claim_materials", "claim", "material", "#place");
        together("claim_timeline", "claim");
        rows("claim_corrections", "claim", "#claim_version", "#place");
        rows("claim_successors", "claim");
        rows("claim_experts", "claim", "expert");
        rows("claim_opinions", "claim", "expert");
        rows("expert_affiliations", "expert", "#place");
        rows("ledger_accounts", "code");
        rows("ledger_bookings", "id");
        rows("ledger_entries", "account", "#entry");
        rows("documents", "id");
        rows("personal_views", "id");
        rows("violations", "id");
        rows("violation_persons", "violation", "#place");
        rows("violation_evidence", "violation", "#place");
        rows("recoveries", "id");
        rows("calendars", "#calendar_year");
        together("calendar_days", "#calendar_year");
        rows("approval_runs", "id");
        rows("approval_run_claims", "run", "#position");
        rows("allocations", "id");
        rows("allocation_claims", "claim");
        rows("share_payments", "id");
        rows("public_notices", "id");
        rows("notice_lines", "notice", "#position");
        rows("objections", "id");
        rows("exchange_partners", "province");
        rows("exchange_certificates", "province", "fingerprint");

        OTHERS.put("operators_lock", "a lock, which says nothing");
        OTHERS.put("login_sessions", "that somebody logged in or out is an entry of its own");
        OTHERS.put("refresh_tokens", "tokens, which are secrets and short-lived");
        OTHERS.put("login_attempts", "counts tries, and strangers make it change");
        OTHERS.put("token_keys", "keys, which come and go by themselves");
        OTHERS.put("oidc_departures", "logins under way, which strangers begin");
        OTHERS.put("catalogue_entries", "made anew from registrations and catalogue items");
        OTHERS.put("catalogue_terms", "made anew from registrations and catalogue items");
        OTHERS.put("claim_numbers", "a counter; the numbers stand in the claims");
        OTHERS.put("repeated_requests", "answers for retries, forgotten after days");
        OTHERS.put("notifications", "what people are told of entries");
        OTHERS.put("mail_outbox", "what people are told of entries");
        OTHERS.put("reminders", "what people were told");
        OTHERS.put("exchange_signers", "certificates of signatures, each named by its digest");
        OTHERS.put("exchange_outbox_subjects", "counters; the places stand in the messages");
        OTHERS.put("exchange_outbox", "signed messages and receipts, which are their own evidence");
        OTHERS.put("exchange_former_signatures", "signatures, which are their own evidence");
        OTHERS.put("exchange_inbox_subjects", "counters; the sequences stand in the messages");
        OTHERS.put("exchange_inbox", "signed messages and receipts, which are their own evidence");
        OTHERS.put("exchange_refusals", "the latest refusals, which partners make come and go");
        OTHERS.put("exchange_breakers", "how partners were reached lately");
        OTHERS.put("audit_head", "the trail itself");
        OTHERS.put("audit_cut", "the trail itself");
        OTHERS.put("audit_entries", "the trail itself");
        OTHERS.put("audit_changes", "the trail itself");
        OTHERS.put("audit_anchors", "the trail itself");
    }

    private AuditedTables() {}

    /** The table of that name, if its changes are written down. */
    static Optional<AuditedTable> find(String name) {
        return Optional.ofNullable(TABLES.get(name));
    }

    /** Every table whose changes are written down. */
    static List<AuditedTable> all() {
        return List.copyOf(TABLES.values());
    }

    /** Why the changes of the other tables are not. */
    static Map<String, String> others() {
        return Map.copyOf(OTHERS);
    }

    private static void rows(String name, String... key) {
        rows(name, Set.of(), key);
    }

    private static void rows(String name, Set<String> hidden, String... key) {
        TABLES.put(name, new AuditedTable(name, columns(key), true, hidden));
    }

    /** Rows that are named by what they have in common, because the database numbers them or they come by thousands. */
    private static void together(String name, String... key) {
        TABLES.put(name, new AuditedTable(name, columns(key), false, Set.of()));
    }

    private static List<AuditedTable.Column> columns(String... key) {
        List<AuditedTable.Column> columns = new ArrayList<>();
        for (String column : key) {
            boolean number = column.startsWith("#");
            columns.add(new AuditedTable.Column(number ? column.substring(1) : column, number));
        }
        return columns;
    }
}
