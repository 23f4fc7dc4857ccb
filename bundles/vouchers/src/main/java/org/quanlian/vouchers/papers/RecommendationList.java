package org.quanlian.vouchers.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;

/**
 * The claims of a year that a city recommends to the province (四（五）), in the order in which they were begun.
 *
 * @param year the year of the policy
 * @param city the city
 * @param lines a line a claim
 */
public record RecommendationList(int year, Area city, List<Line> lines) implements Paper {
    public RecommendationList {
        Objects.requireNonNull(city, "city");
        lines = List.copyOf(lines);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.RECOMMENDATION_LIST;
    }

    @Override
    public String reference() {
        return city.code() + "-" + year;
    }

    /**
     * A claim that is recommended.
     *
     * @param number its number
     * @param applicant name of the applicant
     * @param uscc code of the applicant, if it has one
     * @param filedOn the day on which it was filed first
     * @param recommendedOn the day on which it was recommended last
     * @param grant what the decision grants
     */
    public record Line(
            String number,
            String applicant,
            Optional<UnifiedSocialCreditCode> uscc,
            LocalDate filedOn,
            LocalDate recommendedOn,
            Money grant) {
        public Line {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(applicant, "applicant");
            Objects.requireNonNull(uscc, "uscc");
            Objects.requireNonNull(filedOn, "filedOn");
            Objects.requireNonNull(recommendedOn, "recommendedOn");
            Objects.requireNonNull(grant, "grant");
        }
    }
}
