package org.quanlian.vouchers;

import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.mails.LostMails;
import org.quanlian.vouchers.notifications.Inbox;

/** All use cases of the voucher year, put together once on a platform. They hold no state. */
public final class VoucherYear {
    private final Inbox inbox;
    private final ClaimProcedure claims;
    private final LostMails lostMails;

    /** The use cases on a platform. */
    public VoucherYear(Platform platform) {
        inbox = new Inbox(platform.clock());
        claims = ClaimProcedure.on(platform, ClaimProcedure.Neighbours.OF_THE_NODE);
        lostMails = new LostMails(platform.clock());
    }

    /** Claims, from the draft to the end of the experts' review. */
    public ClaimProcedure claims() {
        return claims;
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
