package org.quanlian.demo;

import java.util.List;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/** No demo is made here, and why. */
public final class DemoRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final MessageCatalog TEXTS = MessageCatalog.beside(DemoRefusedException.class);

    private final transient LocalizedText text;

    private DemoRefusedException(LocalizedText text) {
        super(text.en());
        this.text = text;
    }

    static DemoRefusedException of(String code, Object... arguments) {
        return new DemoRefusedException(TEXTS.render(code, List.of(arguments)));
    }

    /** Why, and what to do. */
    public LocalizedText text() {
        return text;
    }
}
