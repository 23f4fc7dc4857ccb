package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicantTest {
    @Test
    void shouldListFiftyQualificationsAtMost() {
        List<Qualification> most = Collections.nCopies(50, Samples.QUALIFICATION);
        List<Qualification> tooMany = Collections.nCopies(51, Samples.QUALIFICATION);

        assertThat(Samples.applicant(Fact.of(most)).qualifications().value()).hasSize(50);
        assertRefused("list.size", () -> Samples.applicant(Fact.of(tooMany)));
    }

    @Test
    void shouldRefuseResearchSpendingOfLessThanNothing() {
        assertRefused("money.negative", () -> applicant(Optional.empty(), Fact.of(new Money(-1))));
    }

    @Test
    void shouldRefuseANameThatNobodyCanRead() {
        assertRefused("text.blank", () -> applicant(Optional.of(" "), Fact.missing()));
    }

    private static Applicant applicant(Optional<String> name, Fact<Money> researchSpending) {
        return new Applicant(
                new Party.Team(Optional.empty(), Fact.missing()),
                name,
                Fact.missing(),
                researchSpending,
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing());
    }
}
