package org.quanlian.vouchers.claims;

import org.quanlian.model.Money;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.CapParty;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.registry.Organisation;

/** What the ledger says that an applicant was granted in a year: by the account whose ceiling is the cap. */
final class LedgerGrants implements GrantsBefore {
    @Override
    public Money of(Session session, VoucherClaim claim) {
        Organisation applicant = session.registry().find(claim.applicant()).orElseThrow(ClaimRefusals::notFound);
        return session.ledger()
                .balance(LedgerAccount.ofParty(AccountKind.CAP_GRANTED, claim.year(), CapParty.of(applicant)));
    }
}
