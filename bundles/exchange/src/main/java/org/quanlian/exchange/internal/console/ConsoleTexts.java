package org.quanlian.exchange.internal.console;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/** What the commands say, in Chinese and then in English. */
final class ConsoleTexts {
    private static final MessageCatalog CATALOG = MessageCatalog.beside(ConsoleTexts.class);

    private ConsoleTexts() {}

    /** A text on two lines. */
    static String lines(String key, Object... arguments) {
        return both(CATALOG.render(key, List.of(arguments)));
    }

    /** A short text on one line. */
    static String label(String key, Object... arguments) {
        LocalizedText text = CATALOG.render(key, List.of(arguments));
        return text.zh() + " " + text.en();
    }

    /** A constant in words. */
    static String word(Enum<?> constant) {
        return label("word", constant);
    }

    static String both(LocalizedText text) {
        return text.zh() + "\n" + text.en();
    }

    static CommandException refused(LocalizedText reason) {
        return refused(both(reason));
    }

    static CommandException refused(String reason) {
        return new CommandException(reason, reason);
    }

    /** The exchange, unless it is off. */
    static PartnerDesk.Exchange exchange(PartnerDesk desk) throws CommandException {
        return desk.exchange().orElseThrow(() -> refused(lines("off")));
    }
}
