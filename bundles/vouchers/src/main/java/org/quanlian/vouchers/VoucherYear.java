package org.quanlian.vouchers;

import org.quanlian.vouchers.mails.LostMails;
import org.quanlian.vouchers.notifications.Inbox;

/** All use cases of the voucher year, put together once on a platform. They hold no state. */
public final class VoucherYear {
    private final Inbox inbox;
    private final LostMails lostMails;

    /** The use cases on a platform. */
    public VoucherYear(Platform platform) {
        inbox = new Inbox(platform.clock());
        lostMails = new LostMails(platform.clock());
    }

    /** What an account is told. */
    public Inbox inbox() {
        return inbox;
    }

    /** The mails that were given up. */
    public LostMails lostMails() {
        return lostMails;
    }
}
