package org.quanlian.vouchers;

import org.quanlian.vouchers.mails.LostMails;
import org.quanlian.vouchers.notifications.Inbox;
import org.quanlian.vouchers.orders.SupportedOnce;

/** All use cases of the voucher year, put together once on a platform. They hold no state. */
public final class VoucherYear {
    private final Inbox inbox;
    private final LostMails lostMails;
    private final MoneyUseCases money;

    /** The use cases on a platform. */
    public VoucherYear(Platform platform) {
        inbox = new Inbox(platform.clock());
        lostMails = new LostMails(platform.clock());
        money = MoneyUseCases.on(platform, new SupportedOnce());
    }

    /** What an account is told. */
    public Inbox inbox() {
        return inbox;
    }

    /** The mails that were given up. */
    public LostMails lostMails() {
        return lostMails;
    }

    /** Budgets, approvals, notices, payments and what follows violations. */
    public MoneyUseCases money() {
        return money;
    }
}
