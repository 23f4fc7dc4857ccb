package org.quanlian.exchange.kept;

import org.quanlian.exchange.Refusal;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.exchange.DeliveryProblem;

/** Refusals as they are kept for people. */
public final class Problems {
    private Problems() {}

    /** What is kept of a refusal; a partner may have written it, so what no text holds is taken out, and what is too long cut. */
    public static DeliveryProblem of(Refusal refusal) {
        return new DeliveryProblem(
                refusal.code(),
                new LocalizedText(
                        printable(refusal.text().zh()), printable(refusal.text().en())));
    }

    /** A text that came from elsewhere, so that it can be kept and shown. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().limit(DeliveryProblem.MAX_TEXT / 2).forEach(c -> {
            boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
            shown.appendCodePoint(plain ? c : ' ');
        });
        return shown.toString();
    }
}
