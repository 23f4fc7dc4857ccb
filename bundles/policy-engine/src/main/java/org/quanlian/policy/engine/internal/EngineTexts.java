package org.quanlian.policy.engine.internal;

import java.util.List;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.engine.PackRefusedException;

/** What the engine says to operators, in Chinese and English. */
public final class EngineTexts {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(EngineTexts.class);

    private EngineTexts() {}

    /** A text in both languages. */
    public static LocalizedText of(String key, Object... arguments) {
        return TEXTS.render(key, List.of(arguments));
    }

    /** A text in both languages on one line, Chinese first. */
    public static String line(String key, Object... arguments) {
        LocalizedText text = of(key, arguments);
        return text.zh() + " / " + text.en();
    }

    /** A refusal that says the text. */
    public static PackRefusedException refusal(String key, Object... arguments) {
        return new PackRefusedException(of(key, arguments));
    }
}
