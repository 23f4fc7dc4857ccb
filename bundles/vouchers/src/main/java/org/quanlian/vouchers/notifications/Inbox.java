package org.quanlian.vouchers.notifications;

import java.time.Clock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;

/** What an account is told (通知): it reads its own, and no other's. */
public final class Inbox {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(Inbox.class);

    private final Clock clock;

    /** @param clock tells when something was read */
    public Inbox(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the actor was told, newest first.
     *
     * @param unreadOnly whether to leave out what it has read
     */
    public Page<Received> list(Session session, Actor actor, boolean unreadOnly, Page.Request page) {
        Access.requireRole(actor, Action.READ_NOTIFICATIONS);
        return session.notifications().of(actor.account(), unreadOnly, page);
    }

    /**
     * Marks one as read; what was read before stays as it is.
     *
     * @throws RefusedException {@code notification.none} when the actor was told no such thing
     */
    public Received read(Session session, Actor actor, Id<Received> id) {
        Access.requireRole(actor, Action.READ_NOTIFICATIONS);
        return session.notifications()
                .markRead(actor.account(), id, clock.instant())
                .orElseThrow(() -> TEXTS.refused(Kind.NOT_FOUND, "notification.none"));
    }
}
