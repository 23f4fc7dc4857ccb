package org.quanlian.exchange.internal.console;

import org.apache.karaf.shell.support.CommandException;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.keys.KeyException;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.audit.Who;

/** Something that is done at the console, written down in the audit trail, with its refusals in words. */
final class Deed {
    private Deed() {}

    /** What is done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws CommandException;
    }

    /**
     * Does something that changes rows; the trail tells them.
     *
     * @param command the command
     * @param subject what it is done to
     */
    static <T> T of(Store store, String command, String subject, Work<T> work) throws CommandException {
        Undertaking.Scope scope = store.during(Undertaking.atTheConsole(command, subject));
        try {
            return told(work);
        } finally {
            scope.end();
        }
    }

    /** Does something that changes no row, and writes down that it was done, once it was. */
    static <T> T ofKeys(Store store, String command, String subject, Work<T> work) throws CommandException {
        return of(store, command, subject, () -> {
            T done = work.run();
            store.write(session -> {
                session.audit().by(Who.CONSOLE);
                return subject;
            });
            return done;
        });
    }

    /** Does something, and tells refusals in words. */
    static <T> T told(Work<T> work) throws CommandException {
        try {
            return work.run();
        } catch (RefusedException e) {
            throw ConsoleTexts.refused(e.text());
        } catch (RefusedMessageException e) {
            throw ConsoleTexts.refused(e.refusal().text());
        } catch (KeyException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("key", String.valueOf(e.getMessage())));
        } catch (StoreUnavailableException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("later", String.valueOf(e.getMessage())));
        }
    }
}
