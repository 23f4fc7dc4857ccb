package org.quanlian.vouchers.treasury;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * Money that a city paid out to an applicant (兑付), 四（八）.
 *
 * @param id its name
 * @param claim the claim
 * @param share whose money it was
 * @param amount how much
 * @param paidOn when it was paid
 * @param bankReference the bank's reference of the payment, once for each share of a claim
 * @param by name of who recorded it
 * @param at when it was recorded
 */
public record SharePayment(
        Id<SharePayment> id,
        Id<VoucherClaim> claim,
        Share share,
        Money amount,
        LocalDate paidOn,
        String bankReference,
        String by,
        Instant at) {
    public SharePayment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(paidOn, "paidOn");
        Objects.requireNonNull(bankReference, "bankReference");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }

    /** Whose money it is. */
    public enum Share {
        /** The province's share (省级资金). */
        PROVINCE,
        /** The city's share, with what the city adds (市级资金). */
        CITY
    }
}
