package org.quanlian.documents.internal.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanlian.model.Money;

/** Amounts in capitals, as offices write them on vouchers. */
class ChineseAmountTest {
    private static final long MAX_FEN = 99_999_999_999_999L;

    @ParameterizedTest
    @CsvSource({
        "0.00, 人民币零元整",
        "0.01, 人民币壹分",
        "0.50, 人民币伍角整",
        "0.55, 人民币伍角伍分",
        "1.00, 人民币壹元整",
        "10.00, 人民币壹拾元整",
        "1005.03, 人民币壹仟零伍元零叁分",
        "1409.50, 人民币壹仟肆佰零玖元伍角整",
        "6007.14, 人民币陆仟零柒元壹角肆分",
        "60000.00, 人民币陆万元整",
        "107000.53, 人民币壹拾万零柒仟元伍角叁分",
        "3000012.75, 人民币叁佰万零壹拾贰元柒角伍分",
        "16409.02, 人民币壹万陆仟肆佰零玖元零贰分",
        "100000000.00, 人民币壹亿元整",
        "100000001.00, 人民币壹亿零壹元整",
        "100010000.00, 人民币壹亿零壹万元整",
        "999999999999.99, 人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
        "-325.04, 人民币负叁佰贰拾伍元零肆分"
    })
    void shouldWriteAnAmount(String yuan, String capitals) {
        assertThat(ChineseAmount.of(Money.parse(yuan))).isEqualTo(capitals);
    }

    @Property
    void shouldSayTheAmountThatItIs(@ForAll @LongRange(max = MAX_FEN) long fen) {
        String capitals = ChineseAmount.of(new Money(fen));

        assertThat(read(capitals)).isEqualTo(fen);
        assertThat(capitals).doesNotContain("零零").doesNotContain("零元零").matches("人民币.*(整|分)");
    }

    /** What capitals say, by another way than that by which they are written. */
    private static long read(String capitals) {
        Map<Character, Long> places = Map.of('拾', 10L, '佰', 100L, '仟', 1000L);
        long fen = 0;
        long yuan = 0;
        long group = 0;
        long digit = 0;
        for (char c : capitals.substring("人民币".length()).toCharArray()) {
            int value = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
            if (value >= 0) {
                digit = value;
            } else if (places.containsKey(c)) {
                group += digit * places.get(c);
                digit = 0;
            } else if (c == '万' || c == '亿') {
                yuan += (group + digit) * (c == '万' ? 10_000L : 100_000_000L);
                group = 0;
                digit = 0;
            } else if (c == '元') {
                fen = (yuan + group + digit) * 100;
                digit = 0;
            } else if (c == '角') {
                fen += digit * 10;
                digit = 0;
            } else if (c == '分') {
                fen += digit;
            }
        }
        return fen;
    }
}
