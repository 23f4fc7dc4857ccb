package org.quanlian.store.internal.notifications;

import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Received;

/** Notifications read from rows. */
public final class ReceivedRows {
    private ReceivedRows() {}

    /** A notification as an account received it. */
    static Received received(Row row) {
        return new Received(new Id<>(row.string("id")), notification(row), row.optionalInstant("read_at"));
    }

    /** What it tells. */
    public static Notification notification(Row row) {
        return new Notification(
                row.string("kind"),
                row.string("subject"),
                new LocalizedText(row.string("text_zh"), row.string("text_en")),
                row.instant("happened_at"));
    }
}
