package org.quanlian.vouchers.audit;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;

/** Auditors look things up in the trail. */
public final class AuditReading {
    /**
     * Entries that are looked for, newest first.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code access.role}
     */
    public Page<AuditEntry> search(Session session, Actor actor, AuditSearch search, Page.Request page) {
        Access.requireRole(actor, Action.READ_AUDIT);
        return session.audit().search(search, page);
    }

    /**
     * Anchors, oldest first.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code access.role}
     */
    public Page<Anchor> anchors(Session session, Actor actor, Page.Request page) {
        Access.requireRole(actor, Action.READ_AUDIT);
        List<Anchor> read = new ArrayList<>(
                session.audit().anchors(page.after().map(AuditReading::number).orElse(0L), page.toRead()));
        return Page.of(read, page, anchor -> Long.toString(anchor.head().seq()));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidValueException("page.cursor", "that is no cursor of this list");
        }
    }
}
