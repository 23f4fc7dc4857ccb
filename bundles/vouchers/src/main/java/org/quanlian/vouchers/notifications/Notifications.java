package org.quanlian.vouchers.notifications;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/**
 * What people are told, as it is kept. Accounts that can't be used are told nothing. Who has a mail address is owed a mail
 * of each notification from the transaction on that tells it.
 */
public interface Notifications {
    /** Tells every account of an organisation. */
    void tell(Id<Organisation> organisation, Notification notification);

    /** Tells every account that reviews for a city, or works for the centre or the department. */
    void tell(Office office, Notification notification);

    /** Tells one account. */
    void tellAccount(Id<Account> account, Notification notification);

    /** What an account was told, newest first. */
    Page<Received> of(Id<Account> account, boolean unreadOnly, Page.Request page);

    /** Marks one as read, unless it was; empty when the account was told no such thing. */
    Optional<Received> markRead(Id<Account> account, Id<Received> id, Instant at);
}
