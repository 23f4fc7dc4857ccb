package org.quanlian.vouchers.papers;

import java.util.Objects;
import org.quanlian.model.Claim;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * 《山西省科技创新券兑现申请表》: what was filed, as the applicant hands it to the city on paper (四（四）). It names no person:
 * the notice asks for a copy of the representative's identity card, not for its number on the form.
 *
 * @param claim the claim
 * @param filing what was filed
 * @param facts the facts that were filed
 */
public record ApplicationForm(VoucherClaim claim, Filing filing, Claim facts) implements Paper {
    public ApplicationForm {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(facts, "facts");
    }

    @Override
    public PaperKind kind() {
        return PaperKind.APPLICATION_FORM;
    }

    @Override
    public String reference() {
        return claim.number();
    }
}
