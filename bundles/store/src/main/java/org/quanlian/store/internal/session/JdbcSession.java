package org.quanlian.store.internal.session;

import org.quanlian.store.internal.accounts.JdbcAccounts;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.notifications.JdbcNotifications;
import org.quanlian.store.internal.registry.JdbcRegistry;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.RepeatedRequests;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.accounts.Accounts;
import org.quanlian.vouchers.calendar.Calendars;
import org.quanlian.vouchers.claims.Claims;
import org.quanlian.vouchers.documents.DocumentIndex;
import org.quanlian.vouchers.integrity.IntegrityRecords;
import org.quanlian.vouchers.ledger.LedgerBook;
import org.quanlian.vouchers.notifications.Notifications;
import org.quanlian.vouchers.orders.Orders;
import org.quanlian.vouchers.registry.Registry;

/** The ports of all areas on one transaction. */
final class JdbcSession implements Session {
    private final Sql sql;
    private final Ids ids;

    JdbcSession(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
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
        throw new IllegalStateException("orders are not kept yet");
    }

    @Override
    public Claims claims() {
        throw new IllegalStateException("claims are not kept yet");
    }

    @Override
    public LedgerBook ledger() {
        throw new IllegalStateException("the ledger is not kept yet");
    }

    @Override
    public DocumentIndex documents() {
        throw new IllegalStateException("documents are not kept yet");
    }

    @Override
    public Notifications notifications() {
        return new JdbcNotifications(sql, ids);
    }

    @Override
    public IntegrityRecords integrity() {
        throw new IllegalStateException("violations are not kept yet");
    }

    @Override
    public Calendars calendars() {
        throw new IllegalStateException("calendars are not kept yet");
    }

    @Override
    public RepeatedRequests repeatedRequests() {
        throw new IllegalStateException("repeated requests are not kept yet");
    }
}
