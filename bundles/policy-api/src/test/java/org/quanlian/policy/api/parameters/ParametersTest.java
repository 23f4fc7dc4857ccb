package org.quanlian.policy.api.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.Status;

class ParametersTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate CHANGE = LocalDate.of(2025, 5, 1);

    private final Parameter cap =
            parameter("cap", value(FIRST, Verification.STATED), value(CHANGE, Verification.STATED));

    @Test
    void shouldFindTheValueOfADay() {
        assertThat(cap.at(FIRST)).contains(value(FIRST, Verification.STATED));
        assertThat(cap.at(CHANGE.minusDays(1))).contains(value(FIRST, Verification.STATED));
        assertThat(cap.at(CHANGE)).contains(value(CHANGE, Verification.STATED));
        assertThat(cap.at(FIRST.minusDays(1))).isEmpty();
        assertThat(cap.firstDay()).isEqualTo(FIRST);
    }

    @Test
    void shouldRefuseAParameterWithoutValues_andNameIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> parameter("cap")).withMessageContaining("cap");
    }

    @Test
    void shouldFindAParameterByItsName() {
        Parameters parameters = new Parameters(List.of(cap));

        assertThat(parameters.find("cap")).contains(cap);
        assertThat(parameters.find("ratio")).isEmpty();
    }

    @Test
    void shouldTellEveryValueOfADay_inTheOrderOfTheFile() {
        Parameters parameters = new Parameters(List.of(cap, parameter("ratio", value(FIRST, Verification.STATED))));

        assertThat(parameters.effectiveOn(CHANGE))
                .containsExactly(
                        new EffectiveValue("cap", "yuan", value(CHANGE, Verification.STATED)),
                        new EffectiveValue("ratio", "yuan", value(FIRST, Verification.STATED)));
    }

    @Test
    void shouldThrow_whenOneParameterHasNoValueYet() {
        Parameters parameters = new Parameters(List.of(cap, parameter("ratio", value(CHANGE, Verification.STATED))));

        assertThatThrownBy(() -> parameters.effectiveOn(CHANGE.minusDays(1)))
                .isInstanceOfSatisfying(NoValueException.class, refusal -> assertThat(refusal.firstDay())
                        .isEqualTo(CHANGE));
    }

    @Test
    void shouldBeADraft_asSoonAsOneValueIsNotVerified() {
        Parameter sure = parameter("sure", value(FIRST, Verification.STATED), value(CHANGE, Verification.INTERPRETED));
        Parameter unsure =
                parameter("unsure", value(FIRST, Verification.STATED), value(CHANGE, Verification.UNVERIFIED));

        assertThat(new Parameters(List.of(sure)).status()).isEqualTo(Status.IN_FORCE);
        assertThat(new Parameters(List.of(sure, unsure)).status()).isEqualTo(Status.DRAFT);
    }

    private static Parameter parameter(String name, DatedValue... values) {
        return new Parameter(name, new LocalizedText("限额", "Cap"), "yuan", List.of(values));
    }

    private static DatedValue value(LocalDate from, Verification verification) {
        return new DatedValue(from, "1.00", new LegalRef("文〔2025〕1号", "三"), verification, Optional.empty());
    }
}
