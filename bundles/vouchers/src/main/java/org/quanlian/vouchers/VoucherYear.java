package org.quanlian.vouchers;

import org.quanlian.vouchers.accounts.AccountAdministration;
import org.quanlian.vouchers.accounts.AccountOpening;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.mails.LostMails;
import org.quanlian.vouchers.notifications.Inbox;

/** All use cases of the voucher year, put together once on a platform. They hold no state. */
public final class VoucherYear {
    private final AccountAdministration accounts;
    private final AccountOpening accountOpening;
    private final Inbox inbox;
    private final LostMails lostMails;
    private final OrderDesk orders;

    /** The use cases on a platform. */
    public VoucherYear(Platform platform) {
        accounts = new AccountAdministration(platform.clock(), platform.ids());
        accountOpening = new OwnAccounts(platform.clock(), platform.ids());
        inbox = new Inbox(platform.clock());
        lostMails = new LostMails(platform.clock());
        orders = new OrderDesk(platform);
    }

    /** What operators do with accounts. */
    public AccountAdministration accounts() {
        return accounts;
    }

    /** Opens the accounts of organisations that register themselves. */
    public AccountOpening accountOpening() {
        return accountOpening;
    }

    /** What an account is told. */
    public Inbox inbox() {
        return inbox;
    }

    /** The mails that were given up. */
    public LostMails lostMails() {
        return lostMails;
    }

    /** Orders, binding and documents. */
    public OrderDesk orders() {
        return orders;
    }
}
