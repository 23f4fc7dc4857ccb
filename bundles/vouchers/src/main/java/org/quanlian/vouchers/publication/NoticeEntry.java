package org.quanlian.vouchers.publication;

import java.time.LocalDate;
import java.util.Objects;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * A line of a public notice: a claim as the public sees it.
 *
 * @param notice the notice
 * @param position its place in the notice, counted from 1; by it the public names it
 * @param claim the claim; not for the public
 * @param applicant name of the applicant
 * @param city its city
 * @param amount the amount that is meant to be granted
 * @param state how far it has come
 * @param lastDay the last day of its period
 * @param daysLeft working days that were left when it was halted; 0 when it is not
 */
public record NoticeEntry(
        Id<PublicNotice> notice,
        int position,
        Id<VoucherClaim> claim,
        String applicant,
        Area city,
        Money amount,
        State state,
        LocalDate lastDay,
        int daysLeft) {
    public NoticeEntry {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(lastDay, "lastDay");
    }

    NoticeEntry halted(int left) {
        return new NoticeEntry(notice, position, claim, applicant, city, amount, State.HALTED, lastDay, left);
    }

    NoticeEntry resumedUntil(LocalDate day) {
        return new NoticeEntry(notice, position, claim, applicant, city, amount, State.RUNNING, day, 0);
    }

    NoticeEntry ended(State how) {
        return new NoticeEntry(notice, position, claim, applicant, city, amount, how, lastDay, 0);
    }

    /** How far a line of a notice has come. */
    public enum State {
        /** Its period runs (公示中). */
        RUNNING,
        /** An objection is being decided (异议处理中). */
        HALTED,
        /** Its period ended without an objection that was upheld (公示期满). */
        CONFIRMED,
        /** An objection was upheld: another amount is published anew (金额调整，另行公示). */
        REVISED,
        /** It is taken off the notice (撤下). */
        REMOVED
    }
}
