package org.quanlian.vouchers.mails;

import java.time.Instant;
import java.util.List;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.notifications.Received;

/** The mails that are owed, were sent, or were given up, as they are kept. */
public interface MailOutbox {
    /**
     * Takes mails that are due, the longest due first. What is taken is nobody else's until an instant, and is due again
     * then: whoever took it and died has not lost it. Accounts that have no address any more, or can't be used, are not
     * owed anything any more.
     *
     * @param now what is due
     * @param until how long it stays the caller's
     * @param limit how many at most
     */
    List<OwedMail> take(Instant now, Instant until, int limit);

    /** Writes down that a mail server took it. */
    void sent(Id<Received> mail, Instant at);

    /**
     * Puts it off, unless somebody else took it in between.
     *
     * @param due when it is due again
     * @param problem stable code of why it was not sent; no address
     */
    void putOff(OwedMail mail, Instant due, String problem);

    /** Gives it up, unless somebody else took it in between; see {@link #putOff}. */
    void giveUp(OwedMail mail, Instant at, String problem);

    /**
     * Ends what was told too long ago: what was tried is given up, what never was is not owed any more, as on a node where
     * mail was not configured.
     *
     * @param told what was told before this
     * @param limit how many at most
     * @return how many were tried and are given up
     */
    int endOlderThan(Instant told, Instant at, int limit);

    /** Those that were given up, newest first. */
    Page<LostMail> givenUp(Page.Request page);

    /** Makes one that was given up due again, as if it had never been tried; tells whether there is such a one. */
    boolean oweAgain(Id<Received> mail, Instant at);
}
