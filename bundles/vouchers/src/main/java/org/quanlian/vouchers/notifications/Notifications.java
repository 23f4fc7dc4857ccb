package org.quanlian.vouchers.notifications;

import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/** What people are told, as it is kept. */
public interface Notifications {
    /** Tells every account of an organisation. */
    void tell(Id<Organisation> organisation, Notification notification);

    /** Tells every active account that reviews for a city, or works for the centre or the department. */
    void tell(Office office, Notification notification);

    /** Tells one account. */
    void tellAccount(Id<Account> account, Notification notification);
}
