package org.quanlian.vouchers.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.quanlian.model.DateRange;
import org.quanlian.model.Money;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.Ratio;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.treasury.PinnedTerms.OddFen;
import org.quanlian.vouchers.treasury.PinnedTerms.Terms;

class GrantSharesTest {
    private static final DateRange DAY = new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1));
    private static final PolicyWindows WINDOWS = new PolicyWindows(DAY, DAY, Instant.EPOCH, Instant.EPOCH, 5, false);

    @Test
    void shouldKeepTheDecisionsShares_whenTheWholeGrantIsApproved() {
        Decision.Amounts decided = decided("100.01", "30.00", "70.01");

        ApprovedGrant grant = GrantShares.of(Money.parse("100.01"), decided, terms(5000, OddFen.PROVINCE));

        assertThat(grant.provinceShare()).isEqualTo(Money.parse("30.00"));
        assertThat(grant.cityShare()).isEqualTo(Money.parse("70.01"));
    }

    @Test
    void shouldGiveTheOddFenToWhomThePolicySays_whenLess() {
        Decision.Amounts decided = decided("100.02", "50.01", "50.01");

        assertThat(GrantShares.of(Money.parse("100.01"), decided, terms(5000, OddFen.PROVINCE))
                        .provinceShare())
                .isEqualTo(Money.parse("50.01"));
        assertThat(GrantShares.of(Money.parse("100.01"), decided, terms(5000, OddFen.CITY))
                        .cityShare())
                .isEqualTo(Money.parse("50.01"));
    }

    @Property
    void shouldSumToTheGrantAndDifferFromTheRatioByLessThanAFen(
            @ForAll @LongRange(min = 1, max = 100_000_000) long fen,
            @ForAll @IntRange(min = 0, max = 10_000) int ratio,
            @ForAll OddFen oddFen) {
        ApprovedGrant grant =
                GrantShares.of(new Money(fen), decided("9999999.99", "9999999.99", "0"), terms(ratio, oddFen));

        assertThat(grant.provinceShare().plus(grant.cityShare())).isEqualTo(new Money(fen));
        long exact = fen * ratio;
        assertThat(Math.abs(grant.cityShare().fen() * 10_000 - exact)).isLessThan(10_000);
    }

    private static Terms terms(int cityShare, OddFen oddFen) {
        return new Terms(new Ratio(cityShare), oddFen, false, WINDOWS);
    }

    private static Decision.Amounts decided(String grant, String province, String city) {
        return new Decision.Amounts(
                Money.parse(grant),
                Money.parse(grant),
                Money.parse(province),
                Money.parse(city),
                Money.parse("500000.00"),
                Money.ZERO);
    }
}
