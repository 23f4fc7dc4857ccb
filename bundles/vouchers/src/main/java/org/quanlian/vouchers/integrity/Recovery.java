package org.quanlian.vouchers.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * Money that came back of what was claimed back (追回到账).
 *
 * @param id its name
 * @param claim the claim
 * @param parts how much is the province's and the city's
 * @param receivedOn when it came
 * @param bankReference the bank's reference, once for each claim
 * @param by name of who recorded it
 * @param at when it was recorded
 */
public record Recovery(
        Id<Recovery> id,
        Id<VoucherClaim> claim,
        ClawbackParts parts,
        LocalDate receivedOn,
        String bankReference,
        String by,
        Instant at) {
    public Recovery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(parts, "parts");
        Objects.requireNonNull(receivedOn, "receivedOn");
        Objects.requireNonNull(bankReference, "bankReference");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
