package org.quanlian.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.quanlian.model.Invoice;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceCategory;
import org.quanlian.vouchers.claims.ClaimState;

/** Writes the script of a seed. */
final class ScriptWriter {
    private static final int MOST_CLAIMS_OF_ONE = 4;
    /** Four claims of that much stay within the cap of an enterprise. */
    private static final int MOST_SPEND_YUAN = 240_000;

    private static final int LEAST_SPEND_YUAN = 6_000;
    private static final int HUNDRED = 100;

    private final Draw draw;
    private final Fictions fictions;
    private final DemoSize size;
    private int contracts;

    private ScriptWriter(long seed, DemoSize size) {
        draw = new Draw(new Random(seed));
        fictions = new Fictions(draw);
        this.size = size;
    }

    /** The same script for the same seed and size. */
    static Script write(long seed, DemoSize size) {
        return new ScriptWriter(seed, size).script();
    }

    private Script script() {
        Organisations organisations = new Organisations(draw, fictions);
        List<Script.Participant> providers = organisations.providers(size.providers());
        List<Script.Participant> enterprises = organisations.enterprises(size.enterprises());
        List<Integer> claimants = claimants();
        List<ClaimState> fates = new ArrayList<>(Fates.of(size.claims()));
        Collections.shuffle(fates, new Random(draw.random().nextLong()));
        List<Script.ClaimPlan> claims = new ArrayList<>(size.claims());
        for (int i = 0; i < size.claims(); i++) {
            claims.add(claim(claimants.get(i), fates.get(i), providers));
        }
        claims.sort(Comparator.comparing(Script.ClaimPlan::filedAt));
        return new Script(providers, enterprises, Turns.given(claims));
    }

    /** Who claims: everybody once, and chance decides who does again. */
    private List<Integer> claimants() {
        int[] counts = new int[size.enterprises()];
        List<Integer> claimants = new ArrayList<>();
        for (int i = 0; claimants.size() < size.claims(); i++) {
            int enterprise = i < counts.length ? i : draw.between(0, counts.length - 1);
            if (counts[enterprise] < MOST_CLAIMS_OF_ONE) {
                counts[enterprise]++;
                claimants.add(enterprise);
            }
        }
        return claimants;
    }

    private Script.ClaimPlan claim(int enterprise, ClaimState fate, List<Script.Participant> providers) {
        boolean later = fate == ClaimState.CARRIED_OVER;
        LocalDate filedOn = later
                ? Dates.LAST_FILING.minusDays(draw.between(0, 1))
                : Dates.LAST_FILING.minusDays(Math.min(
                        draw.between(0, (int) ChronoUnit.DAYS.between(Dates.FIRST_FILING, Dates.LAST_FILING)),
                        draw.between(0, (int) ChronoUnit.DAYS.between(Dates.FIRST_FILING, Dates.LAST_FILING))));
        int services = draw.chance(70) ? 1 : 2;
        List<Script.Purchase> purchases = new ArrayList<>();
        int spend = spend();
        for (int i = 0; i < services; i++) {
            purchases.add(purchase(later, filedOn, Money.ofYuan(spend / services), providers));
        }
        return new Script.ClaimPlan(
                enterprise,
                fate,
                Script.Turn.NONE,
                purchases,
                draw.moment(filedOn),
                draw.moment(filedOn.plusDays(draw.between(2, 9))),
                score(fate),
                draw.chance(6) ? Optional.of(draw.between(80, 95)) : Optional.empty());
    }

    /** Many small ones, and few large. */
    private int spend() {
        double share = draw.random().nextDouble();
        int yuan = (int) (LEAST_SPEND_YUAN + share * share * (MOST_SPEND_YUAN - LEAST_SPEND_YUAN));
        return yuan / HUNDRED * HUNDRED;
    }

    private int score(ClaimState fate) {
        return switch (fate) {
            case NOT_APPROVED -> draw.between(35, 55);
            case EXHAUSTED -> draw.between(60, 69);
            default -> draw.between(72, 96);
        };
    }

    private Script.Purchase purchase(
            boolean later, LocalDate filedOn, Money price, List<Script.Participant> providers) {
        LocalDate last = earlier(Dates.LAST_INVOICE, filedOn.minusDays(9));
        LocalDate invoicedOn = later
                ? Dates.LATER_INVOICES.plusDays(draw.between(0, 4))
                : last.minusDays(draw.between(0, (int) ChronoUnit.DAYS.between(Dates.FIRST_INVOICE, last)));
        LocalDate signedOn = invoicedOn.minusDays(draw.between(5, 18));
        LocalDate orderedOn = signedOn.minusDays(draw.between(2, 4));
        LocalDate paidOn = invoicedOn.plusDays(draw.between(0, 4));
        LocalDate provedOn = invoicedOn.plusDays(5);
        int provider = draw.between(0, providers.size() - 1);
        ServiceCategory category = draw.of(providers.get(provider).offers()).category();
        return new Script.Purchase(
                provider,
                category,
                fictions.service(category),
                price,
                "SL-HT-%d-%05d".formatted(signedOn.getYear(), ++contracts),
                signedOn,
                invoices(invoicedOn, price),
                paidOn,
                draw.moment(orderedOn),
                draw.moment(orderedOn.plusDays(1)),
                draw.moment(provedOn),
                draw.moment(provedOn.plusDays(1)));
    }

    private List<Invoice> invoices(LocalDate day, Money price) {
        if (draw.chance(75)) {
            return List.of(new Invoice(fictions.invoice(day.getYear()), day, price));
        }
        Money first = new Money(price.fen() * draw.between(30, 60) / HUNDRED);
        return List.of(
                new Invoice(fictions.invoice(day.getYear()), day, first),
                new Invoice(fictions.invoice(day.getYear()), day, price.minus(first)));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
