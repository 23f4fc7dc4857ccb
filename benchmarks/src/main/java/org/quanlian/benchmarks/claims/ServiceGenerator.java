package org.quanlian.benchmarks.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;

/** Makes the services of one claim: every fact good, bad or missing, with red letters and invoices used twice. */
final class ServiceGenerator {
    private final Dice dice;
    private final List<InvoiceNumber> usedInvoices = new ArrayList<>();

    ServiceGenerator(Dice dice) {
        this.dice = dice;
    }

    Service next(String id) {
        Money price = dice.price();
        return new Service(
                id,
                dice.good() ? Fact.of(dice.any(ServiceCategory.values())) : Fact.missing(),
                exclusion(),
                dice.good() || dice.percent(80) ? provider() : Provider.UNKNOWN,
                contract(price),
                invoices(price),
                payments(price),
                dice.papers(ServiceMaterial.class));
    }

    private Fact<Optional<Exclusion>> exclusion() {
        if (dice.good()) {
            return Fact.of(Optional.empty());
        }
        return dice.percent(40) ? Fact.missing() : Fact.of(Optional.of(dice.any(Exclusion.values())));
    }

    private Provider provider() {
        ProviderKind kind = dice.any(ProviderKind.values());
        if (kind == ProviderKind.OTHER && dice.good()) {
            kind = ProviderKind.UNIVERSITY;
        }
        return new Provider(
                dice.perhaps(Names.creditCode(dice)),
                dice.perhaps("示例大学分析测试中心"),
                dice.good() || dice.percent(60) ? Fact.of(kind) : Fact.missing(),
                dice.good() ? Fact.of(dice.any(ProviderLevel.values())) : Fact.missing(),
                dice.fact(dice.percent(80) ? dice.any(Names.INSIDE) : dice.any(Names.HAINAN), Names.OUTSIDE),
                dice.answer(true),
                dice.answer(true),
                dice.answer(false),
                dice.answer(false));
    }

    private Contract contract(Money price) {
        Optional<Money> amount = dice.good()
                ? Optional.of(price)
                : dice.any(Optional.empty(), Optional.of(Money.ZERO), Optional.of(dice.price()));
        return new Contract(dice.perhaps("HT-" + dice.digits(6)), dice.perhaps(Days.invoice(dice)), amount);
    }

    private Fact<List<Invoice>> invoices(Money price) {
        if (!dice.good() && dice.percent(40)) {
            return Fact.missing();
        }
        List<Invoice> list = new ArrayList<>();
        if (dice.good()) {
            int count = dice.percent(70) ? 1 : dice.between(2, 4);
            for (Money part : parts(price, count)) {
                list.add(new Invoice(invoiceNumber(), Days.invoice(dice), part));
            }
        } else if (dice.percent(80)) {
            int count = dice.between(1, 3);
            LocalDate sameDay = Days.invoice(dice);
            for (int i = 0; i < count; i++) {
                LocalDate day = dice.percent(50) ? sameDay : Days.invoice(dice);
                list.add(new Invoice(invoiceNumber(), day, dice.price()));
            }
        }
        if (!dice.good()) {
            list.add(redLetter());
        }
        return Fact.of(list);
    }

    private Invoice redLetter() {
        return new Invoice(
                invoiceNumber(), Days.invoice(dice), new Money(-dice.price().fen()));
    }

    private InvoiceNumber invoiceNumber() {
        if (!usedInvoices.isEmpty() && !dice.good() && dice.percent(40)) {
            return dice.any(usedInvoices);
        }
        InvoiceNumber number = Names.invoice(dice);
        usedInvoices.add(number);
        return number;
    }

    private Fact<List<Payment>> payments(Money price) {
        if (!dice.good() && dice.percent(50)) {
            return dice.percent(50) ? Fact.missing() : Fact.of(List.of());
        }
        List<Payment> list = new ArrayList<>();
        Money paid = dice.good() ? price : dice.price();
        for (Money part : parts(paid, dice.percent(80) ? 1 : dice.between(2, 3))) {
            list.add(new Payment(Days.invoice(dice), part));
        }
        return Fact.of(list);
    }

    private List<Money> parts(Money whole, int count) {
        List<Money> parts = new ArrayList<>();
        long part = whole.fen() / count;
        for (int i = 1; i < count; i++) {
            parts.add(new Money(part));
        }
        parts.add(new Money(whole.fen() - part * (count - 1)));
        return parts;
    }
}
