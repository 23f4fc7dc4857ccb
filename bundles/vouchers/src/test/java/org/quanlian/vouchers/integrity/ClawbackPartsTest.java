package org.quanlian.vouchers.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;

class ClawbackPartsTest {
    @Test
    void shouldGiveTheOddFenToTheProvince_whenHalvesAreUneven() {
        assertThat(ClawbackParts.divide(Money.parse("100.01"), Money.parse("500.01"), Money.parse("500.00")))
                .isEqualTo(new ClawbackParts(Money.parse("50.01"), Money.parse("50.00")));
    }

    @Test
    void shouldRefuseMoreThanThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClawbackParts.divide(new Money(11), new Money(5), new Money(5)));
    }

    @Property
    void shouldTakeAllOfBothAndNeverMore_whenTakenBitByBit(
            @ForAll @LongRange(min = 0, max = 100_000_000_000_000L) long ofProvince,
            @ForAll @LongRange(min = 0, max = 100_000_000_000_000L) long ofCity,
            @ForAll @Size(max = 8) List<@LongRange(min = 1, max = 100_000_000_000_000L) Long> bits) {
        Money province = new Money(ofProvince);
        Money city = new Money(ofCity);
        for (long bit : bits) {
            Money amount = new Money(bit).min(province.plus(city));
            if (amount.isPositive()) {
                ClawbackParts parts = ClawbackParts.divide(amount, province, city);
                assertThat(parts.total()).isEqualTo(amount);
                province = province.minus(parts.province());
                city = city.minus(parts.city());
                assertThat(province.isNegative() || city.isNegative()).isFalse();
            }
        }
        Money left = province.plus(city);
        if (left.isPositive()) {
            assertThat(ClawbackParts.divide(left, province, city)).isEqualTo(new ClawbackParts(province, city));
        }
    }
}
