package org.quanlian.benchmarks.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quanlian.benchmarks.year.Renewal.Kind;
import org.quanlian.model.UnifiedSocialCreditCode;

class RenewalTest {
    private final AtomicInteger count = new AtomicInteger();

    private Renewal copy(long serial) {
        return new Renewal(() -> "id-" + count.incrementAndGet(), serial);
    }

    @Test
    void shouldCallAThingTheSame_whereverItStands_andLeaveTheRest() {
        Renewal copy = copy(7);
        copy.renew(Kind.ID, "old", 0);
        copy.renew(Kind.ID, "old", 1);

        assertThat(copy.of("old")).isEqualTo("id-1");
        assertThat(copy.of("140100")).isEqualTo("140100");
    }

    @Test
    void shouldKeepCodesAndNumbersRightInForm_andApart() {
        Renewal one = copy(7);
        Renewal other = copy(8);
        String code = "91140100MA0GTAT1XC";
        String invoice = "25142000000000000001";
        for (Renewal copy : new Renewal[] {one, other}) {
            copy.renew(Kind.CREDIT_CODE, code, 0);
            copy.renew(Kind.DIGITS, invoice, 3);
            copy.renew(Kind.COUNTED, "140100-2025-000001", 0);
        }

        assertThat(new UnifiedSocialCreditCode(one.of(code)).value()).startsWith("91140100");
        assertThat(one.of(code)).isNotIn(code, other.of(code));
        assertThat(one.of(invoice)).hasSameSizeAs(invoice).containsOnlyDigits().isNotEqualTo(other.of(invoice));
        assertThat(one.of("140100-2025-000001")).isEqualTo("140100-2025-000001-7");
    }
}
