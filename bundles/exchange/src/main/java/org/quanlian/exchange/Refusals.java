package org.quanlian.exchange;

import java.util.List;
import org.quanlian.policy.api.MessageCatalog;

/** The refusals of the exchange, in words. */
public final class Refusals {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(Refusals.class);

    private Refusals() {}

    /** A refusal that will not change: the bytes themselves are wrong. */
    public static Refusal lasting(String code, Object... arguments) {
        return new Refusal(code, TEXTS.render(code, List.of(arguments)), true);
    }

    /** A refusal that holds for now: the same bytes may be taken later. */
    public static Refusal forNow(String code, Object... arguments) {
        return new Refusal(code, TEXTS.render(code, List.of(arguments)), false);
    }
}
