package org.quanlian.store.internal.claims;

import java.nio.charset.StandardCharsets;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Decision;
import org.quanlian.vouchers.claims.DecisionFormat;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.ClaimWriter;
import org.quanlian.wire.DecisionWriter;

/** Facts and decisions as the JSON of the assessment contract. */
final class ContractFormat implements DecisionFormat {
    private final ClaimWriter claims = new ClaimWriter();
    private final ClaimReader reader = new ClaimReader();
    private final DecisionWriter decisions = new DecisionWriter();

    @Override
    public String write(Claim facts) {
        return new String(claims.write(facts), StandardCharsets.UTF_8);
    }

    @Override
    public String write(Decision decision) {
        return new String(decisions.writeWhole(decision), StandardCharsets.UTF_8);
    }

    @Override
    public Claim readFacts(String text) {
        return reader.readKept(text.getBytes(StandardCharsets.UTF_8));
    }
}
