package org.quanlian.documents.internal.papers;

import org.quanlian.model.Money;

/** An amount in the capital numerals of vouchers (人民币大写), as 《支付结算办法》 annex 1 has them. */
public final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 10_000;
    private static final int FEN_PER_YUAN = 100;

    private ChineseAmount() {}

    /** For example {@code 人民币陆万元整}, or {@code 人民币壹仟零伍元零叁分}. */
    public static String of(Money money) {
        // Every amount has at most twelve digits of yuan, sums a few more: no absolute value overflows.
        long fen = Math.abs(money.fen());
        long yuan = fen / FEN_PER_YUAN;
        int jiao = (int) (fen % FEN_PER_YUAN / 10);
        int odd = (int) (fen % 10);
        StringBuilder text = new StringBuilder(money.isNegative() ? "人民币负" : "人民币");
        if (yuan > 0 || fen == 0) {
            text.append(yuan == 0 ? "零" : whole(yuan)).append('元');
        }
        if (jiao == 0 && odd == 0) {
            return text.append('整').toString();
        }
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append('角');
        } else if (yuan > 0) {
            text.append('零');
        }
        return odd > 0
                ? text.append(DIGITS.charAt(odd)).append('分').toString()
                : text.append('整').toString();
    }

    private static String whole(long yuan) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            long unit = 1;
            for (int i = 0; i < group; i++) {
                unit *= GROUP;
            }
            int four = (int) (yuan / unit % GROUP);
            if (four == 0) {
                gap |= text.length() > 0;
                continue;
            }
            if (text.length() > 0 && (gap || four < GROUP / 10)) {
                text.append('零');
            }
            text.append(fourDigits(four)).append(GROUPS[group]);
            // Before the next digits stands nothing in this group's last place: 壹拾万零柒仟.
            gap = four % 10 == 0;
        }
        return text.toString();
    }

    private static String fourDigits(int number) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        int unit = GROUP / 10;
        for (int place = PLACES.length - 1; place >= 0; place--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap |= text.length() > 0;
            } else {
                text.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
                gap = false;
            }
        }
        return text.toString();
    }
}
