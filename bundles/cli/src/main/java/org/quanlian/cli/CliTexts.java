package org.quanlian.cli;

import java.util.List;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/** The texts of the command line. */
public final class CliTexts {
    private static final MessageCatalog CATALOG = MessageCatalog.beside(CliTexts.class);

    private CliTexts() {}

    /** A text with its arguments. */
    public static LocalizedText of(String key, Object... arguments) {
        return CATALOG.render(key, List.of(arguments));
    }

    /** Chinese, and English below it. */
    public static String both(LocalizedText text) {
        return text.zh() + "\n" + text.en();
    }
}
