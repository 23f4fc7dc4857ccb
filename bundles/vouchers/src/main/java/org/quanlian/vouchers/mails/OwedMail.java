package org.quanlian.vouchers.mails;

import java.util.Objects;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Received;

/**
 * A mail that an account is owed (待发邮件), taken by whoever is about to send it.
 *
 * @param id the notification whose mail it is: the same however often it is tried
 * @param address where it goes, as the account has it now
 * @param notification what it tells
 * @param attempt which attempt this is, from 1 on
 */
public record OwedMail(Id<Received> id, String address, Notification notification, int attempt) {
    public OwedMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(notification, "notification");
    }

    /** Without the address, which no log may hold. */
    @Override
    public String toString() {
        return "mail of " + id + ", attempt " + attempt;
    }
}
