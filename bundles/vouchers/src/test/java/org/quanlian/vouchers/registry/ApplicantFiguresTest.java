package org.quanlian.vouchers.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Fact;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;

/** Which declared spending counts. */
class ApplicantFiguresTest {
    private static final Year YEAR = Year.of(2025);

    @Test
    void shouldTakeTheLastWholeYear() {
        assertThat(spending(Map.of(2024, 10L, 2025, 3L)).researchSpendingIn(YEAR))
                .isEqualTo(Fact.of(Money.ofYuan(10)));
    }

    @Test
    void shouldTakeTheYearItself_whenTheLastOneHadNone() {
        assertThat(spending(Map.of(2024, 0L, 2025, 3L)).researchSpendingIn(YEAR))
                .isEqualTo(Fact.of(Money.ofYuan(3)));
        assertThat(spending(Map.of(2025, 3L)).researchSpendingIn(YEAR)).isEqualTo(Fact.of(Money.ofYuan(3)));
    }

    @Test
    void shouldNotTellNothingFromUnknown() {
        assertThat(spending(Map.of(2024, 0L)).researchSpendingIn(YEAR)).isEqualTo(Fact.of(Money.ZERO));
        assertThat(spending(Map.of(2023, 10L, 2026, 5L))
                        .researchSpendingIn(YEAR)
                        .isMissing())
                .isTrue();
    }

    @Test
    void shouldRefuse_negativeSpending() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> spending(Map.of(2024, -1L)));
    }

    private static ApplicantFigures spending(Map<Integer, Long> yuan) {
        TreeMap<Integer, Money> spending = new TreeMap<>();
        yuan.forEach((year, amount) -> spending.put(year, Money.ofYuan(amount)));
        return new ApplicantFigures(ApplicantFigures.NONE.scale(), spending, List.of());
    }
}
