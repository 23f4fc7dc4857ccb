package org.quanlian.vouchers.registry;

import java.time.Year;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quanlian.model.Fact;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.model.Qualification;
import org.quanlian.model.Scale;

/**
 * What an applicant declares about itself and keeps up to date by itself: nobody approves it, reviewers look at it with
 * each claim.
 *
 * @param scale figures of the size class
 * @param researchSpending own spending on research by year (自主研发经费投入)
 * @param qualifications qualifications that it says it has
 */
public record ApplicantFigures(
        Scale scale, NavigableMap<Integer, Money> researchSpending, List<Qualification> qualifications) {
    /** The most years of research spending that are kept. */
    public static final int MAX_YEARS = 10;

    /** The most qualifications that one applicant may declare. */
    public static final int MAX_QUALIFICATIONS = 20;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** Nothing is declared. */
    public static final ApplicantFigures NONE = new ApplicantFigures(
            new Scale(Fact.missing(), Fact.missing(), Fact.missing(), Fact.missing()), new TreeMap<>(), List.of());

    /** @throws InvalidValueException {@code list.size}, {@code spending.year} or {@code money.negative} */
    public ApplicantFigures {
        Objects.requireNonNull(scale, "scale");
        require(researchSpending.size() <= MAX_YEARS, "list.size", MAX_YEARS);
        for (Map.Entry<Integer, Money> of : researchSpending.entrySet()) {
            require(of.getKey() >= FIRST_YEAR && of.getKey() <= LAST_YEAR, "spending.year", FIRST_YEAR, LAST_YEAR);
            require(!of.getValue().isNegative(), "money.negative");
        }
        researchSpending = Collections.unmodifiableNavigableMap(new TreeMap<>(researchSpending));
        require(qualifications.size() <= MAX_QUALIFICATIONS, "list.size", MAX_QUALIFICATIONS);
        qualifications = List.copyOf(qualifications);
    }

    /**
     * The spending that counts in a year: that of the last whole year; that of the year itself when the last one has none
     * (a young firm). The notice does not say which year it means.
     */
    public Fact<Money> researchSpendingIn(Year year) {
        List<Money> declared = Stream.of(year.getValue() - 1, year.getValue())
                .map(researchSpending::get)
                .filter(Objects::nonNull)
                .toList();
        Optional<Money> positive = declared.stream().filter(Money::isPositive).findFirst();
        return positive.or(() -> declared.stream().findFirst()).map(Fact::of).orElse(Fact.missing());
    }

    /** The figures of the size class; missing when none was declared. */
    public Fact<Scale> knownScale() {
        return scale.equals(NONE.scale) ? Fact.missing() : Fact.of(scale);
    }

    private static void require(boolean holds, String reason, Object... arguments) {
        if (!holds) {
            throw new InvalidValueException(reason, "the declared figures can't be so: " + reason, arguments);
        }
    }
}
