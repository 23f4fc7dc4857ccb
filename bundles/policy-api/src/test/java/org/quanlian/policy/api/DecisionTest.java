package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.Money;

class DecisionTest {
    @Nested
    class Amounts {
        @Test
        void shouldAcceptSharesThatSumToTheGrant() {
            assertThat(amounts("60000.01", "30000.01", "30000.00").grant()).isEqualTo(Money.parse("60000.01"));
        }

        @Test
        void shouldRefuseSharesThatLoseAFen_andTellThemAll() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> amounts("60000.01", "30000.00", "30000.00"))
                    .withMessageContainingAll("60000.01", "30000.00");
        }

        @Test
        void shouldRefuseSharesThatMakeAFen() {
            assertThatIllegalArgumentException().isThrownBy(() -> amounts("60000.01", "30000.01", "30000.01"));
        }
    }

    @Test
    void shouldNotSeeListsChangedLater() {
        List<ServiceDecision> services = new ArrayList<>(List.of(service()));
        List<Finding> findings = new ArrayList<>();
        Decision decision = new Decision(
                new PolicyKey(new Area("140000"), 2025, Version.parse("1.0.0")),
                "晋科函〔2025〕11号",
                Status.IN_FORCE,
                ClaimOutcome.ELIGIBLE,
                amounts("0.00", "0.00", "0.00"),
                services,
                findings,
                List.of(),
                LocalDate.of(2025, 7, 1),
                List.of());

        services.clear();
        findings.add(null);

        assertThat(decision.services()).containsExactly(service());
        assertThat(decision.findings()).isEmpty();
    }

    @Test
    void shouldNotSeeAgreementsChangedLater() {
        List<Agreement> agreements = new ArrayList<>();
        Circumstances circumstances = new Circumstances(agreements);

        agreements.add(null);

        assertThat(circumstances).isEqualTo(Circumstances.NONE);
    }

    private static Decision.Amounts amounts(String grant, String province, String city) {
        return new Decision.Amounts(
                Money.parse("120000.02"),
                Money.parse(grant),
                Money.parse(province),
                Money.parse(city),
                Money.parse("500000.00"),
                Money.parse("440000.00"));
    }

    private static ServiceDecision service() {
        return new ServiceDecision(
                "s1", ServiceOutcome.SUPPORTED, Money.ZERO, Money.ZERO, Money.ZERO, new ArrayList<>());
    }
}
