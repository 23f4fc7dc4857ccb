package org.quanlian.vouchers.exchange;

import java.util.Locale;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.RefusedException;

/** What people are told of statements between provinces. */
public final class SettlementTexts {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(SettlementTexts.class);

    private SettlementTexts() {}

    /** That one came, or was answered. */
    public static LocalizedText news(Settlement settlement) {
        String code = "settlement.news." + settlement.state().name().toLowerCase(Locale.ROOT);
        return TEXTS.text(
                code,
                settlement.partner(),
                settlement.year(),
                settlement.answer().map(Settlement.Answer::reason).orElse(""));
    }
}
