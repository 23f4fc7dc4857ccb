package org.quanlian.vouchers.mails;

import java.time.Clock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.notifications.Received;

/** The mails that were given up, for whoever runs the node: it lists them, and has them sent again. */
public final class LostMails {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(LostMails.class);

    private final Clock clock;

    /** @param clock tells when a mail is due again */
    public LostMails(Clock clock) {
        this.clock = clock;
    }

    /** Those that were given up, newest first. */
    public Page<LostMail> list(Session session, Actor actor, Page.Request page) {
        Access.requireRole(actor, Action.MANAGE_MAILS);
        return session.mails().givenUp(page);
    }

    /**
     * Has one sent again.
     *
     * @throws RefusedException {@code mail.none} when no such mail was given up
     */
    public void sendAgain(Session session, Actor actor, Id<Received> id) {
        Access.requireRole(actor, Action.MANAGE_MAILS);
        if (!session.mails().oweAgain(id, clock.instant())) {
            throw TEXTS.refused(Kind.NOT_FOUND, "mail.none");
        }
    }
}
