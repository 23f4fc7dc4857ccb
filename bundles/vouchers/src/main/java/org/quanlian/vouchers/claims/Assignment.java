package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;

/**
 * A claim that was given to an expert (评审任务).
 *
 * @param expert the expert's account
 * @param name the expert's name, as it was then
 * @param at when
 * @param end when and why it ended, if it did
 */
public record Assignment(Id<Account> expert, String name, Instant at, Optional<End> end) {
    public Assignment {
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(end, "end");
    }

    /** Whether the expert has the claim now. */
    public boolean isOpen() {
        return end.isEmpty();
    }

    /**
     * How an assignment ended: the expert recused itself (回避).
     *
     * @param at when
     * @param reason why
     */
    public record End(Instant at, String reason) {
        public End {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
