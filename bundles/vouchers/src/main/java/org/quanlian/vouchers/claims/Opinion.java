package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;

/**
 * What an expert says about a claim (评审意见); never changed afterwards.
 *
 * @param expert the expert's account
 * @param amount the grant that the expert recommends, in yuan
 * @param score how good the claim is, 0 to 100, for the order of merit (择优支持)
 * @param reason why the amount is lower than the decision's grant; empty when it is not
 * @param comment what else there is to say; may be empty
 * @param at when it was given
 */
public record Opinion(Id<Account> expert, Money amount, int score, String reason, String comment, Instant at) {
    /** The best score. */
    public static final int MAX_SCORE = 100;

    /** @throws InvalidValueException {@code money.negative}, {@code score.range} or {@code text.*} */
    public Opinion {
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(at, "at");
        if (amount.isNegative()) {
            throw new InvalidValueException("money.negative", "a recommended amount must not be negative");
        }
        if (score < 0 || score > MAX_SCORE) {
            throw new InvalidValueException("score.range", "a score is between 0 and 100", MAX_SCORE);
        }
        Reasons.requireOrEmpty(reason);
        Reasons.requireOrEmpty(comment);
    }
}
