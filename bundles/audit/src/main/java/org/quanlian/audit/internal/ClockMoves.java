package org.quanlian.audit.internal;

import java.util.List;
import java.util.Optional;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.AuditSearch;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.audit.Who;

/**
 * Writes down that a practice node's time was moved, by whatever way: all that the trail dates afterwards is dated by it. What
 * was written last stands in the trail itself, so that a start at the same distance writes nothing.
 */
public final class ClockMoves {
    /** What such an entry says was done. */
    public static final String OPERATION = "clock";

    private static final String REAL = subject("PT0S");

    private final Store store;

    /** @param store where the trail is kept */
    public ClockMoves(Store store) {
        this.store = store;
    }

    /**
     * The node's time is so far from that of the machine.
     *
     * @param offset an ISO 8601 duration
     * @return whether that was written down, because it was otherwise before
     */
    public boolean stands(String offset) {
        String subject = subject(offset);
        if (subject.equals(last())) {
            return false;
        }
        Undertaking.Scope scope = store.during(Undertaking.atTheConsole(OPERATION, subject));
        try {
            store.write(session -> {
                session.audit().by(Who.CONSOLE);
                return subject;
            });
        } finally {
            scope.end();
        }
        return true;
    }

    private String last() {
        AuditSearch search = new AuditSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.of(OPERATION),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<AuditEntry> found = store.<Page<AuditEntry>>read(
                        session -> session.audit().search(search, new Page.Request(Optional.empty(), 1)))
                .items();
        return found.isEmpty() ? REAL : found.get(0).deed().subject();
    }

    private static String subject(String offset) {
        return "clock/" + offset;
    }
}
