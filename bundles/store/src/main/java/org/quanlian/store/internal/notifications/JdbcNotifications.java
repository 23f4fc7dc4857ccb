package org.quanlian.store.internal.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;
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

/** The notifications of one transaction: one row for each account that is told. */
public final class JdbcNotifications implements Notifications {
    private static final String COLUMNS =
            "SELECT id, kind, subject, text_zh, text_en, happened_at, read_at FROM notifications";
    /** Names sort by age, so what comes after everything is before the first page. */
    private static final String NEWEST = "~";

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
        insert(
                sql.query(
                                "SELECT id FROM accounts WHERE organisation = ? AND state <> 'DISABLED' ORDER BY id",
                                organisation.value())
                        .list(row -> row.string("id")),
                notification);
    }

    @Override
    public void tell(Office office, Notification notification) {
        List<String> accounts = office.city()
                .map(city -> sql.query(
                                "SELECT id FROM accounts WHERE role = ? AND city = ? AND state <> 'DISABLED' ORDER BY id",
                                office.role(),
                                city.code())
                        .list(row -> row.string("id")))
                .orElseGet(() -> sql.query(
                                "SELECT id FROM accounts WHERE role = ? AND state <> 'DISABLED' ORDER BY id",
                                office.role())
                        .list(row -> row.string("id")));
        insert(accounts, notification);
    }

    @Override
    public void tellAccount(Id<Account> account, Notification notification) {
        insert(List.of(account.value()), notification);
    }

    @Override
    public Page<Received> of(Id<Account> account, boolean unreadOnly, Page.Request page) {
        String unread = unreadOnly ? " AND read_at IS NULL" : "";
        List<Received> read = sql.query(
                        COLUMNS + " WHERE account = ? AND id < ?" + unread
                                + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        account.value(),
                        page.after().orElse(NEWEST),
                        page.toRead())
                .list(JdbcNotifications::received);
        return Page.of(read, page, received -> received.id().value());
    }

    @Override
    public Optional<Received> markRead(Id<Account> account, Id<Received> id, Instant at) {
        sql.update(
                "UPDATE notifications SET read_at = ? WHERE account = ? AND id = ? AND read_at IS NULL",
                at,
                account.value(),
                id.value());
        return sql.query(COLUMNS + " WHERE account = ? AND id = ?", account.value(), id.value())
                .optional(JdbcNotifications::received);
    }

    private void insert(List<String> accounts, Notification notification) {
        sql.batch(
                "INSERT INTO notifications (id, account, kind, subject, text_zh, text_en, happened_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                accounts.stream()
                        .map(account -> new Object[] {
                            ids.<Received>next().value(),
                            account,
                            notification.kind(),
                            notification.subject(),
                            notification.text().zh(),
                            notification.text().en(),
                            notification.at()
                        })
                        .toList());
    }

    private static Received received(Row row) {
        return new Received(
                new Id<>(row.string("id")),
                new Notification(
                        row.string("kind"),
                        row.string("subject"),
                        new LocalizedText(row.string("text_zh"), row.string("text_en")),
                        row.instant("happened_at")),
                row.optionalInstant("read_at"));
    }
}
