package org.quanlian.vouchers.papers;

import java.util.List;
import java.util.Objects;
import org.quanlian.model.Claim;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * What was decided about a claim and why: every finding with its clause, what offices did with the claim, and the amount
 * approved, if one is. It tells which office did something, never which person.
 *
 * @param claim the claim
 * @param filing what was filed, with the decision on it
 * @param facts the facts that were filed
 * @param moves the moves of the claim, oldest first
 */
public record DecisionStatement(VoucherClaim claim, Filing filing, Claim facts, List<TimelineEntry> moves)
        implements Paper {
    public DecisionStatement {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(facts, "facts");
        moves = List.copyOf(moves);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.DECISION_STATEMENT;
    }

    @Override
    public String reference() {
        return claim.number();
    }
}
