package org.quanlian.benchmarks.claims;

import java.util.List;
import org.quanlian.model.Area;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.UnifiedSocialCreditCode;

/** Made-up codes and numbers that are right in form. */
final class Names {
    static final Area TAIYUAN = new Area("140100");
    static final List<Area> INSIDE = List.of(new Area("140000"), TAIYUAN, new Area("140171"), new Area("149999"));
    static final List<Area> HAINAN = List.of(new Area("460000"), new Area("460100"));
    static final List<Area> OUTSIDE = List.of(new Area("110000"), new Area("130100"), new Area("150000"));

    private static final String CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Names() {}

    static UnifiedSocialCreditCode creditCode(Dice dice) {
        String body = "91" + dice.any("1401", "4601", "1101") + dice.digits(11);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += CREDIT_CODE_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return new UnifiedSocialCreditCode(body + CREDIT_CODE_ALPHABET.charAt((31 - sum % 31) % 31));
    }

    static InvoiceNumber invoice(Dice dice) {
        return dice.percent(75)
                ? InvoiceNumber.digital(dice.digits(20))
                : InvoiceNumber.coded(dice.digits(dice.any(10, 12)), dice.digits(8));
    }
}
