package org.quanlian.store.internal.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Query;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Notifications;
import org.quanlian.vouchers.notifications.Office;
import org.quanlian.vouchers.notifications.Received;
import org.quanlian.vouchers.registry.Organisation;

/** The notifications of one transaction: one row for each account that is told, and one for the mail that it is owed. */
public final class JdbcNotifications implements Notifications {
    private static final String ACCOUNTS = "SELECT id, email FROM accounts WHERE state <> 'DISABLED' AND ";

    /** How many rows are sent to the database together. */
    private static final int BATCH = 1_000;

    private final Sql sql;
    private final Ids ids;

    /**
     * Notifications.
     *
     * @param sql the transaction
     * @param ids makes their names
     */
    public JdbcNotifications(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    @Override
    public void tell(Id<Organisation> organisation, Notification notification) {
        tellAll(sql.query(ACCOUNTS + "organisation = ? ORDER BY id", organisation.value()), notification);
    }

    @Override
    public void tell(Office office, Notification notification) {
        tellAll(
                office.city()
                        .map(city ->
                                sql.query(ACCOUNTS + "role = ? AND city = ? ORDER BY id", office.role(), city.code()))
                        .orElseGet(() -> sql.query(ACCOUNTS + "role = ? ORDER BY id", office.role())),
                notification);
    }

    @Override
    public void tellAccount(Id<Account> account, Notification notification) {
        tellAll(sql.query(ACCOUNTS + "id = ?", account.value()), notification);
    }

    @Override
    public Page<Received> of(Id<Account> account, boolean unreadOnly, Page.Request page) {
        List<Object> parameters = new ArrayList<>(List.of(account.value()));
        page.after().ifPresent(parameters::add);
        parameters.add(page.toRead());
        List<Received> read = sql.query(
                        "SELECT id, kind, subject, text_zh, text_en, happened_at, read_at FROM notifications"
                                + " WHERE account = ?"
                                + (unreadOnly ? " AND read_at IS NULL" : "")
                                + (page.after().isPresent() ? " AND id < ?" : "")
                                + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        parameters.toArray())
                .list(ReceivedRows::received);
        return Page.of(read, page, received -> received.id().value());
    }

    @Override
    public Optional<Received> markRead(Id<Account> account, Id<Received> id, Instant at) {
        sql.update(
                "UPDATE notifications SET read_at = ? WHERE account = ? AND id = ? AND read_at IS NULL",
                at,
                account.value(),
                id.value());
        return sql.query(
                        "SELECT id, kind, subject, text_zh, text_en, happened_at, read_at FROM notifications"
                                + " WHERE account = ? AND id = ?",
                        account.value(),
                        id.value())
                .optional(ReceivedRows::received);
    }

    private void tellAll(Query accounts, Notification notification) {
        List<Told> told = accounts.list(this::told);
        for (int from = 0; from < told.size(); from += BATCH) {
            List<Told> some = told.subList(from, Math.min(told.size(), from + BATCH));
            sql.batch(
                    "INSERT INTO notifications (id, account, kind, subject, text_zh, text_en, happened_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    some.stream().map(each -> row(each, notification)).toList());
            sql.batch(
                    "INSERT INTO mail_outbox (notification, state, told_at, due_at, attempts)"
                            + " VALUES (?, 'OWED', ?, ?, 0)",
                    some.stream()
                            .filter(Told::hasAddress)
                            .map(each -> new Object[] {each.id().value(), notification.at(), notification.at()})
                            .toList());
        }
    }

    private Told told(Row row) {
        return new Told(
                ids.next(), row.string("id"), row.optionalString("email").isPresent());
    }

    private static Object[] row(Told told, Notification notification) {
        return new Object[] {
            told.id().value(),
            told.account(),
            notification.kind(),
            notification.subject(),
            notification.text().zh(),
            notification.text().en(),
            notification.at()
        };
    }

    /** An account that is told something. */
    private record Told(Id<Received> id, String account, boolean hasAddress) {}
}
