package org.quanlian.cli.console;

import java.util.List;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/** The texts of the console, in Chinese and then in English. */
final class ConsoleTexts {
    private static final MessageCatalog CATALOG = MessageCatalog.beside(ConsoleTexts.class);

    private ConsoleTexts() {}

    /** A text on two lines. */
    static String lines(String key, Object... arguments) {
        LocalizedText text = CATALOG.render(key, List.of(arguments));
        return text.zh() + "\n" + text.en();
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
}
