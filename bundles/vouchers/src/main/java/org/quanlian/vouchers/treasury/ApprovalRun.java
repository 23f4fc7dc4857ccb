package org.quanlian.vouchers.treasury;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Money;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * A list of claims that the department approves in its order (择优支持、兑完为止), 五（一）.
 *
 * @param id its name
 * @param year the year of the policy
 * @param actor who ordered it; what is left of it after a crash is done in the same name
 * @param total how many claims it has
 * @param next position of the claim that is next, counted from 0; {@code total} when all are done
 * @param exhausted whether the budget has run out in it: every claim after that is beyond the budget
 * @param createdAt when it was ordered
 * @param finishedAt when the last claim was done
 */
public record ApprovalRun(
        Id<ApprovalRun> id,
        int year,
        Actor actor,
        int total,
        int next,
        boolean exhausted,
        Instant createdAt,
        Optional<Instant> finishedAt) {
    public ApprovalRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        if (next < 0 || next > total || finishedAt.isPresent() != (next == total)) {
            throw new IllegalArgumentException("a run is finished when its last claim is done");
        }
    }

    /** The run with one claim more done. */
    ApprovalRun advanced(boolean nowExhausted, Instant at) {
        Optional<Instant> end = next + 1 == total ? Optional.of(at) : Optional.empty();
        return new ApprovalRun(id, year, actor, total, next + 1, nowExhausted, createdAt, end);
    }

    /**
     * A claim of a run.
     *
     * @param position its place in the department's order, counted from 0
     * @param claim the claim
     * @param grant the amount to approve; empty for that of the decision
     * @param reason why it is lower than the decision's; empty when it is not
     * @param outcome what became of it
     * @param code why it was refused; empty when it was not
     * @param text the same for people
     */
    public record Item(
            int position,
            Id<VoucherClaim> claim,
            Optional<Money> grant,
            String reason,
            Outcome outcome,
            String code,
            LocalizedText text) {
        public Item {
            Objects.requireNonNull(claim, "claim");
            Objects.requireNonNull(grant, "grant");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(text, "text");
        }

        Item with(Outcome became, String why, LocalizedText told) {
            return new Item(position, claim, grant, reason, became, why, told);
        }
    }

    /** What became of a claim in a run. */
    public enum Outcome {
        /** Its turn has not come. */
        PENDING,
        /** The amount is approved. */
        APPROVED,
        /** The province's budget ran out before it, or could not carry it. */
        EXHAUSTED,
        /** It was left as it is, for a reason of its own; the run went on. */
        REFUSED
    }
}
