package org.quanlian.benchmarks.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.benchmarks.claims.ClaimGenerator.Mix;
import org.quanlian.model.Claim;
import org.quanlian.model.Party;

class ClaimGeneratorTest {
    @ParameterizedTest
    @EnumSource
    void shouldMakeTheSameClaimsForTheSameSeed(Mix mix) {
        assertThat(ClaimGenerator.claims(7, mix, 50)).isEqualTo(ClaimGenerator.claims(7, mix, 50));
        assertThat(ClaimGenerator.claims(7, mix, 50)).isNotEqualTo(ClaimGenerator.claims(8, mix, 50));
    }

    @Test
    void shouldMakeEnterprisesAndTeamsWithOneServiceAndMany() {
        List<Claim> claims = ClaimGenerator.claims(7, Mix.VARIED, 1_000);

        assertThat(claims).anyMatch(claim -> claim.applicant().party() instanceof Party.Enterprise);
        assertThat(claims).anyMatch(claim -> claim.applicant().party() instanceof Party.Team);
        assertThat(claims).anyMatch(claim -> claim.services().size() == 1);
        assertThat(claims).anyMatch(claim -> claim.services().size() == 8);
    }
}
