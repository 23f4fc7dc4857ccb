package org.quanlian.vouchers;

import org.quanlian.vouchers.accounts.AccountAdministration;
import org.quanlian.vouchers.accounts.AccountOpening;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.mails.LostMails;
import org.quanlian.vouchers.notifications.Inbox;
import org.quanlian.vouchers.registry.RegistryOffice;
import org.quanlian.vouchers.registry.RegistrySettings;

/** All use cases of the voucher year, put together once on a platform. They hold no state. */
public final class VoucherYear {
    private final AccountAdministration accounts;
    private final AccountOpening accountOpening;
    private final Inbox inbox;
    private final RegistryOffice registry;
    private final LostMails lostMails;

    /** The use cases on a platform. */
    public VoucherYear(Platform platform) {
        accounts = new AccountAdministration(platform.clock(), platform.ids());
        accountOpening = new OwnAccounts(platform.clock(), platform.ids());
        inbox = new Inbox(platform.clock());
        lostMails = new LostMails(platform.clock());
        registry = RegistryOffice.of(platform, accountOpening, RegistrySettings.DEFAULT);
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

    /** Registration, catalogue, lists and relations. */
    public RegistryOffice registry() {
        return registry;
    }

    /** The mails that were given up. */
    public LostMails lostMails() {
        return lostMails;
    }
}
