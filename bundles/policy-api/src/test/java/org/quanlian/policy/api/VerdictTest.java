package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final LegalRef EXACT = new LegalRef("晋科函〔2025〕11号", "五（八）");

    @Test
    void shouldTellWhatWasFound() {
        assertThat(Verdict.passed().outcome()).isEqualTo(FindingOutcome.PASSED);
        assertThat(Verdict.failed("x").outcome()).isEqualTo(FindingOutcome.FAILED);
        assertThat(Verdict.missing().outcome()).isEqualTo(FindingOutcome.MISSING);
        assertThat(Verdict.warning("x").outcome()).isEqualTo(FindingOutcome.WARNING);
        assertThat(Verdict.failed("x", 2).arguments()).containsExactly("x", 2);
    }

    @Test
    void shouldBeAPlainPass_onlyWithNothingParticularToSay() {
        assertThat(Verdict.passed().isPlainPass()).isTrue();
        assertThat(Verdict.passed("x").isPlainPass()).isFalse();
        assertThat(Verdict.passed().told("team").isPlainPass()).isFalse();
        assertThat(Verdict.passed().citing(EXACT).isPlainPass()).isFalse();
        assertThat(Verdict.failed().isPlainPass()).isFalse();
        assertThat(Verdict.missing().isPlainPass()).isFalse();
        assertThat(Verdict.warning().isPlainPass()).isFalse();
    }

    @Test
    void shouldKeepEverythingElse_whenToldByAnotherTextOrCitingAnotherClause() {
        assertThat(Verdict.failed("x").told("large").citing(EXACT))
                .isEqualTo(new Verdict(FindingOutcome.FAILED, "large", Optional.of(EXACT), List.of("x")));
        assertThat(Verdict.failed("x").citing(EXACT).told("large"))
                .isEqualTo(Verdict.failed("x").told("large").citing(EXACT));
    }

    @Test
    void shouldNotSeeArgumentsChangedLater() {
        List<Object> given = new ArrayList<>(List.of("x"));
        Verdict verdict = new Verdict(FindingOutcome.FAILED, "", Optional.empty(), given);

        given.clear();

        assertThat(verdict.arguments()).containsExactly("x");
    }
}
