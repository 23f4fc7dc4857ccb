package org.quanlian.policies.shanxi2025;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimArbitraries;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.ClaimWriter;
import org.quanlian.wire.DecisionWriter;

/** Facts that are kept are the facts that were told, so that the decision can be made again from them, byte for byte. */
class KeptFactsTest {
    private static final PolicyPack PACK = new Shanxi2025();
    private static final Circumstances WITH_HAINAN = new Circumstances(List.of(new HainanShanxi()));

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void shouldDecideTheSame_whenFactsWereKeptAndReadBack(@ForAll("claims") Claim claim) {
        Claim kept = new ClaimReader().readKept(new ClaimWriter().write(claim));

        assertThat(kept).isEqualTo(claim);
        assertThat(decided(kept)).isEqualTo(decided(claim));
    }

    private static byte[] decided(Claim claim) {
        return new DecisionWriter().writeWhole(PACK.assess(claim, WITH_HAINAN));
    }

    @Provide
    Arbitrary<Claim> claims() {
        return ClaimArbitraries.around(PACK).claims();
    }
}
