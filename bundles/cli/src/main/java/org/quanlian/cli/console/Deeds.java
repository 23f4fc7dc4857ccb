package org.quanlian.cli.console;

import java.util.Optional;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.audit.Who;

/** Writes down in the audit trail what was done at the console and changes no row. */
final class Deeds {
    private Deeds() {}

    /**
     * Writes it down, if the database is there: what decides claims can be changed without one, and is then in the log alone.
     *
     * @param store where the trail is kept, if it is there
     * @param command the command
     * @param subject what it was done to
     */
    static void written(Optional<Store> store, String command, String subject) {
        store.ifPresent(at -> {
            Undertaking.Scope scope = at.during(Undertaking.atTheConsole(command, subject));
            try {
                at.write(session -> {
                    session.audit().by(Who.CONSOLE);
                    return subject;
                });
            } finally {
                scope.end();
            }
        });
    }
}
