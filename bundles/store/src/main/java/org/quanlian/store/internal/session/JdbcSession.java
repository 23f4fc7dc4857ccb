package org.quanlian.store.internal.session;

import org.quanlian.store.internal.accounts.JdbcAccounts;
import org.quanlian.store.internal.calendar.JdbcCalendars;
import org.quanlian.store.internal.claims.JdbcClaims;
import org.quanlian.store.internal.documents.JdbcDocumentIndex;
import org.quanlian.store.internal.exchange.JdbcExchange;
import org.quanlian.store.internal.integrity.JdbcIntegrityRecords;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.ledger.JdbcLedgerBook;
import org.quanlian.store.internal.mails.JdbcMailOutbox;
import org.quanlian.store.internal.notifications.JdbcNotifications;
import org.quanlian.store.internal.orders.JdbcOrders;
import org.quanlian.store.internal.papers.JdbcIssuedPapers;
import org.quanlian.store.internal.publication.JdbcPublications;
import org.quanlian.store.internal.registry.JdbcRegistry;
import org.quanlian.store.internal.reminders.JdbcPendingClaims;
import org.quanlian.store.internal.requests.JdbcRepeatedRequests;
import org.quanlian.store.internal.treasury.JdbcTreasury;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.RepeatedRequests;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.accounts.Accounts;
import org.quanlian.vouchers.audit.AuditTrail;
import org.quanlian.vouchers.calendar.Calendars;
import org.quanlian.vouchers.claims.Claims;
import org.quanlian.vouchers.documents.DocumentIndex;
import org.quanlian.vouchers.exchange.Exchange;
import org.quanlian.vouchers.integrity.IntegrityRecords;
import org.quanlian.vouchers.ledger.LedgerBook;
import org.quanlian.vouchers.mails.MailOutbox;
import org.quanlian.vouchers.notifications.Notifications;
import org.quanlian.vouchers.orders.Orders;
import org.quanlian.vouchers.papers.IssuedPapers;
import org.quanlian.vouchers.publication.Publications;
import org.quanlian.vouchers.registry.Registry;
import org.quanlian.vouchers.reminders.PendingClaims;
import org.quanlian.vouchers.treasury.Treasury;

/** The ports of all areas on one transaction. */
final class JdbcSession implements Session {
    private final Sql sql;
    private final Ids ids;
    private final AuditTrail trail;

    JdbcSession(Sql sql, Ids ids, AuditTrail trail) {
        this.sql = sql;
        this.ids = ids;
        this.trail = trail;
    }

    @Override
    public Accounts accounts() {
        return new JdbcAccounts(sql);
    }

    @Override
    public Registry registry() {
        return new JdbcRegistry(sql);
    }

    @Override
    public Orders orders() {
        return new JdbcOrders(sql);
    }

    @Override
    public Claims claims() {
        return new JdbcClaims(sql);
    }

    @Override
    public LedgerBook ledger() {
        return new JdbcLedgerBook(sql);
    }

    @Override
    public Treasury treasury() {
        return new JdbcTreasury(sql);
    }

    @Override
    public Publications publications() {
        return new JdbcPublications(sql);
    }

    @Override
    public DocumentIndex documents() {
        return new JdbcDocumentIndex(sql);
    }

    @Override
    public Notifications notifications() {
        return new JdbcNotifications(sql, ids);
    }

    @Override
    public MailOutbox mails() {
        return new JdbcMailOutbox(sql);
    }

    @Override
    public PendingClaims pendingClaims() {
        return new JdbcPendingClaims(sql);
    }

    @Override
    public IntegrityRecords integrity() {
        return new JdbcIntegrityRecords(sql, registry());
    }

    @Override
    public Calendars calendars() {
        return new JdbcCalendars(sql);
    }

    @Override
    public RepeatedRequests repeatedRequests() {
        return new JdbcRepeatedRequests(sql);
    }

    @Override
    public Exchange exchange() {
        return new JdbcExchange(sql, ids);
    }

    @Override
    public IssuedPapers papers() {
        return new JdbcIssuedPapers(sql);
    }

    @Override
    public AuditTrail audit() {
        return trail;
    }
}
