package org.quanlian.cli.console;

import org.apache.karaf.shell.support.CommandException;
import org.quanlian.cli.CliTexts;
import org.quanlian.policy.api.LocalizedText;

/** Commands that did not succeed: the reason is shown, and the command counts as failed. */
final class Refusals {
    private Refusals() {}

    static CommandException of(String reason) {
        return new CommandException(reason, reason);
    }

    static CommandException of(LocalizedText reason) {
        return of(CliTexts.both(reason));
    }

    /** The message of an error, and those of what caused it. */
    static String reasons(Throwable e) {
        return e.getCause() == null ? e.getMessage() : e.getMessage() + ": " + reasons(e.getCause());
    }

    static CommandException of(String what, LocalizedText reason) {
        return of(what + "\n" + CliTexts.both(reason));
    }
}
