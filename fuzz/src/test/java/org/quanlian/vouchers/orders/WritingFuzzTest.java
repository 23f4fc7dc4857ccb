package org.quanlian.vouchers.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Locale;
import java.util.Optional;
import org.quanlian.fuzz.Told;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.policy.api.Version;
import org.quanlian.vouchers.Id;

/** Numbers and codes as people write them: the plain form of a plain form is itself, and a value is what it says. */
class WritingFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void numbers(@NotNull String text) throws Exception {
        String plain = Writing.plain(text);
        assertThat(Writing.plain(plain)).isEqualTo(plain);
        assertThat(Writing.plain(" " + text.toLowerCase(Locale.ROOT) + "-")).isEqualTo(plain);
        Told.orTaken(() -> InvoiceNumbers.read(Optional.empty(), text));
        Told.orTaken(() -> InvoiceNumbers.read(Optional.of(text), text));
    }

    @FuzzTest(maxDuration = "10m")
    void values(@NotNull String text) throws Exception {
        Told.orTaken(() -> {
            Money money = Money.parse(text);
            assertThat(Money.parse(money.toString())).isEqualTo(money);
        });
        Told.orTaken(() -> assertThat(new Area(text).code()).matches("[0-9]{6}"));
        Told.orTaken(() -> assertThat(new UnifiedSocialCreditCode(text).value()).matches("[0-9A-Z]{18}"));
        Told.orTaken(() -> assertThat(new Id<>(text).value()).matches("[0-9A-Z]{26}"));
        try {
            assertThat(Version.parse(Version.parse(text).toString())).isEqualTo(Version.parse(text));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("a version is three numbers");
        }
    }
}
