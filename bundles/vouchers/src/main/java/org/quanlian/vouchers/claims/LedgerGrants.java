package org.quanlian.vouchers.claims;

import org.quanlian.model.Money;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.ledger.Ledger;
import org.quanlian.vouchers.registry.Organisation;

/** What the ledger says that an applicant was granted in a year: by the account whose ceiling is the cap. */
final class LedgerGrants implements GrantsBefore {
    @Override
    public Money of(Session session, VoucherClaim claim) {
        Organisation applicant = session.registry().find(claim.applicant()).orElseThrow(ClaimRefusals::notFound);
        return Ledger.granted(session, applicant, claim.year());
    }
}
