package org.quanlian.vouchers;

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

/** One transaction's view of everything that is kept, by area. */
public interface Session {
    /** Accounts and their sessions. */
    Accounts accounts();

    /** Who takes part and what is offered. */
    Registry registry();

    /** Services bought with a voucher. */
    Orders orders();

    /** Claims on the voucher year. */
    Claims claims();

    /** The ledger. */
    LedgerBook ledger();

    /** Approvals, allocations and payments. */
    Treasury treasury();

    /** Public notices and objections. */
    Publications publications();

    /** Which documents there are; their content is elsewhere. */
    DocumentIndex documents();

    /** What people are told. */
    Notifications notifications();

    /** The mails that accounts are owed of it. */
    MailOutbox mails();

    /** Claims that wait for somebody before a deadline. */
    PendingClaims pendingClaims();

    /** Violations and suspensions. */
    IntegrityRecords integrity();

    /** Working days. */
    Calendars calendars();

    /** Answers to requests that may come again. */
    RepeatedRequests repeatedRequests();

    /** What other provinces are told, and tell. */
    Exchange exchange();

    /** Which papers were issued. */
    IssuedPapers papers();

    /** The audit trail. */
    AuditTrail audit();
}
