package org.quanlian.benchmarks.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Applicant;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.Validity;

/** Makes applicants: enterprises, teams and tenants, with every fact good, bad or missing. */
final class ApplicantGenerator {
    private static final int[] PEOPLE_BOUNDS = {5, 10, 20, 50, 100, 200, 300, 1_000, 2_000};
    private static final int[] TEN_THOUSAND_YUAN_BOUNDS = {
        50, 100, 200, 300, 500, 1_000, 2_000, 3_000, 5_000, 6_000, 8_000, 10_000, 20_000, 30_000, 40_000, 80_000,
        100_000, 120_000, 200_000
    };
    private static final long FEN_PER_TEN_THOUSAND_YUAN = 1_000_000;

    private final Dice dice;

    ApplicantGenerator(Dice dice) {
        this.dice = dice;
    }

    Applicant next(LocalDate day) {
        return new Applicant(
                party(),
                dice.perhaps("太原示例科技有限公司"),
                dice.fact(dice.any(Names.INSIDE), Names.OUTSIDE),
                dice.fact(dice.any(new Money(1), Money.ofYuan(350_000)), List.of(Money.ZERO)),
                dice.answer(false),
                suspendedUntil(day),
                scale(),
                qualifications(day));
    }

    private Party party() {
        if (dice.percent(85)) {
            return new Party.Enterprise(Names.creditCode(dice), dice.answer(true));
        }
        Fact<Party.Host> host =
                dice.good() ? Fact.of(new Party.Host(Names.creditCode(dice), "示例孵化器有限公司")) : Fact.missing();
        return new Party.Team(dice.perhaps(Names.creditCode(dice)), host);
    }

    private Fact<Optional<LocalDate>> suspendedUntil(LocalDate day) {
        if (dice.good()) {
            return Fact.of(dice.percent(90) ? Optional.empty() : Optional.of(day.minusDays(dice.between(1, 400))));
        }
        return dice.percent(40) ? Fact.missing() : Fact.of(Optional.of(Days.near(day, dice)));
    }

    private Fact<Scale> scale() {
        if (!dice.good() && dice.percent(50)) {
            return Fact.missing();
        }
        return Fact.of(new Scale(
                dice.good() || dice.percent(70) ? Fact.of(dice.any(Industry.values())) : Fact.missing(),
                dice.good() || dice.percent(70) ? Fact.of(people()) : Fact.missing(),
                dice.good() || dice.percent(70) ? Fact.of(figure()) : Fact.missing(),
                dice.good() || dice.percent(70) ? Fact.of(figure()) : Fact.missing()));
    }

    private int people() {
        int bound = PEOPLE_BOUNDS[dice.between(0, PEOPLE_BOUNDS.length - 1)];
        return bound + dice.between(-1, 1);
    }

    private Money figure() {
        int bound = TEN_THOUSAND_YUAN_BOUNDS[dice.between(0, TEN_THOUSAND_YUAN_BOUNDS.length - 1)];
        return new Money(bound * FEN_PER_TEN_THOUSAND_YUAN + dice.between(-1, 1));
    }

    private Fact<List<Qualification>> qualifications(LocalDate day) {
        if (!dice.good() && dice.percent(40)) {
            return Fact.missing();
        }
        List<Qualification> list = new ArrayList<>();
        int count = dice.good() ? dice.between(1, 3) : dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            QualificationType type = dice.any(QualificationType.values());
            list.add(new Qualification(type, dice.perhaps(dice.digits(18)), validity(day)));
        }
        return Fact.of(list);
    }

    private Validity validity(LocalDate day) {
        if (dice.good()) {
            return dice.any(
                    Validity.ALWAYS,
                    new Validity(Optional.of(day), Optional.of(day)),
                    new Validity(Optional.of(day.minusDays(200)), Optional.of(day.plusDays(165))));
        }
        LocalDate from = Days.near(day, dice);
        return dice.any(
                new Validity(Optional.of(from), Optional.empty()),
                new Validity(Optional.empty(), Optional.of(from)),
                new Validity(Optional.of(from), Optional.of(from.plusDays(dice.any(0, 1, 365)))));
    }
}
