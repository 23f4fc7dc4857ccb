package org.quanlian.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanlian.demo.Script.Purchase;
import org.quanlian.model.Invoice;
import org.quanlian.model.Money;
import org.quanlian.vouchers.registry.Registrations.Application;

class ScriptWriterTest {
    private static final DemoSize WHOLE = new DemoSize(DemoSize.MOST);
    private final Script script = ScriptWriter.write(1, WHOLE);

    @Test
    void shouldWriteTheSameScript_whenTheSeedIsTheSame() {
        assertThat(ScriptWriter.write(1, WHOLE)).isEqualTo(script);
        assertThat(ScriptWriter.write(2, WHOLE)).isNotEqualTo(script);
    }

    @Test
    void shouldBeAsLargeAsThePlatformPromises() {
        assertThat(script.providers()).hasSize(60);
        assertThat(script.enterprises()).hasSize(400);
        assertThat(script.claims()).hasSize(1000);
        assertThat(script.enterprises()).extracting(Script.Participant::city).hasSizeGreaterThan(0);
        assertThat(script.enterprises().stream().map(Script.Participant::city).distinct())
                .hasSize(12);
    }

    @Test
    void shouldNameNobodyTwice() {
        List<Application> all = new java.util.ArrayList<>();
        script.providers().forEach(one -> all.add(one.application()));
        script.enterprises().forEach(one -> all.add(one.application()));

        assertThat(all).extracting(Application::name).doesNotHaveDuplicates().allMatch(name -> name.contains("示例"));
        assertThat(all).extracting(Application::uscc).doesNotHaveDuplicates();
    }

    @Test
    void shouldUseNoInvoiceTwiceAndInvoiceWhatWasPaid() {
        List<Purchase> purchases = script.claims().stream()
                .flatMap(claim -> claim.purchases().stream())
                .toList();

        assertThat(purchases.stream().flatMap(purchase -> purchase.invoices().stream()))
                .extracting(Invoice::number)
                .doesNotHaveDuplicates();
        assertThat(purchases).allSatisfy(purchase -> assertThat(
                        purchase.invoices().stream().map(Invoice::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(purchase.price()));
    }

    @Test
    void shouldRefuseASizeThatIsTooSmallForEveryState() {
        assertThatThrownBy(() -> new DemoSize(DemoSize.LEAST - 1)).isInstanceOf(DemoRefusedException.class);
    }
}
