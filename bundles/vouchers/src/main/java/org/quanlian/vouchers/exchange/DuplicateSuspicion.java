package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * An invoice of a claim that another province says it supports too (跨省重复嫌疑). One activity is supported once (二（二）1,
 * 五（三）), so nothing is approved of the claim until the sharing centre has looked into it.
 *
 * @param id its name
 * @param partner the province that says so
 * @param fingerprint the keyed fingerprint of the invoice, in hexadecimal
 * @param claim the claim here
 * @param invoice how the claim writes the invoice's number
 * @param foundAt when both were found to be the same
 * @param partnerSince since when the partner holds it, as it says
 * @param state what has become of it
 * @param settled what the centre found, if it has
 */
public record DuplicateSuspicion(
        Id<DuplicateSuspicion> id,
        Area partner,
        String fingerprint,
        Id<VoucherClaim> claim,
        String invoice,
        Instant foundAt,
        Instant partnerSince,
        State state,
        Optional<Finding> settled) {
    /** What has become of a suspicion. */
    public enum State {
        /** Nobody has looked into it. */
        OPEN,
        /** The centre found that it is not the same support. */
        DISMISSED,
        /** The centre found that it is. */
        CONFIRMED,
        /** One side holds the invoice no longer. */
        GONE
    }

    /**
     * What the centre found.
     *
     * @param reason why
     * @param by name of who found it
     * @param at when
     */
    public record Finding(String reason, String by, Instant at) {
        public Finding {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    public DuplicateSuspicion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(invoice, "invoice");
        Objects.requireNonNull(foundAt, "foundAt");
        Objects.requireNonNull(partnerSince, "partnerSince");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(settled, "settled");
    }

    /** The suspicion after the centre looked into it. */
    public DuplicateSuspicion settled(State outcome, Finding finding) {
        return new DuplicateSuspicion(
                id, partner, fingerprint, claim, invoice, foundAt, partnerSince, outcome, Optional.of(finding));
    }
}
