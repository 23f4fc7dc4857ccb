package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceTest {
    @Test
    void shouldRefuseAnIdThatNobodyCanRead() {
        assertRefused("text.blank", () -> Samples.service(" "));
        assertRefused("text.control", () -> Samples.service("a\u0000"));
        assertRefused("text.length", () -> Samples.service("s".repeat(201)));
    }

    @Test
    void shouldHaveFourHundredInvoicesAtMost() {
        List<Invoice> most = Collections.nCopies(400, Samples.INVOICE);
        List<Invoice> tooMany = Collections.nCopies(401, Samples.INVOICE);

        assertThat(Samples.service("s1", Fact.of(most), Fact.missing(), Set.of())
                        .invoices()
                        .value())
                .hasSize(400);
        assertRefused("list.size", () -> Samples.service("s1", Fact.of(tooMany), Fact.missing(), Set.of()));
    }

    @Test
    void shouldHaveFourHundredPaymentsAtMost() {
        List<Payment> most = Collections.nCopies(400, Samples.PAYMENT);
        List<Payment> tooMany = Collections.nCopies(401, Samples.PAYMENT);

        assertThat(Samples.service("s1", Fact.missing(), Fact.of(most), Set.of())
                        .payments()
                        .value())
                .hasSize(400);
        assertRefused("list.size", () -> Samples.service("s1", Fact.missing(), Fact.of(tooMany), Set.of()));
    }

    @Test
    void shouldTellMissingInvoicesFromNone() {
        Service untold = Samples.service("s1", Fact.missing(), Fact.missing(), Set.of());
        Service none = Samples.service("s1", Fact.of(List.of()), Fact.of(List.of()), Set.of());

        assertThat(untold.invoices()).isNotEqualTo(none.invoices());
        assertThat(none.payments().isKnown()).isTrue();
    }

    @Test
    void shouldRefuseAPaymentOfLessThanNothing() {
        assertRefused("money.negative", () -> new Payment(Samples.DAY, new Money(-1)));
        assertThat(new Payment(Samples.DAY, Money.ZERO).amount()).isEqualTo(Money.ZERO);
    }

    @Test
    void shouldAcceptARedLetterInvoice() {
        Money redLetter = new Money(-5);

        assertThat(new Invoice(Samples.INVOICE.number(), Samples.DAY, redLetter).amount())
                .isEqualTo(redLetter);
    }

    @Test
    void shouldRefuseAContractOfLessThanNothing() {
        assertRefused(
                "money.negative", () -> new Contract(Optional.empty(), Optional.empty(), Optional.of(new Money(-1))));
    }

    @Test
    void shouldRefuseNamesThatNobodyCanRead() {
        assertRefused("text.blank", () -> new Contract(Optional.of(" "), Optional.empty(), Optional.empty()));
        assertRefused("text.control", () -> new Party.Host(Samples.USCC, "甲\u0007"));
        assertRefused(
                "text.length",
                () -> new Qualification(QualificationType.TECH_SME, Optional.of("1".repeat(201)), Validity.ALWAYS));
    }
}
