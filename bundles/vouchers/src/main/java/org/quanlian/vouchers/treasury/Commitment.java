package org.quanlian.vouchers.treasury;

import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.ledger.AccountKind.Fund;
import org.quanlian.vouchers.ledger.Booking;
import org.quanlian.vouchers.ledger.Ledger;
import org.quanlian.vouchers.ledger.LedgerAccount;

/**
 * A commitment that is not booked yet.
 *
 * @param grant what it commits
 * @param booking its booking
 * @param caps the account of the cap that it draws on, with the cap of the claim's decision
 */
record Commitment(ApprovedGrant grant, Booking booking, Map<LedgerAccount, Money> caps) {
    /** What is missing for it, with its accounts locked; empty when it can be booked in this transaction. */
    Optional<Lack> lacking(Session session) {
        Map<LedgerAccount, Money> lacking = Ledger.lacking(session, booking, caps);
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lack(of(lacking, Fund.PROVINCE), of(lacking, Fund.CITY), of(lacking, Fund.CAP)));
    }

    void book(Session session) {
        Ledger.book(session, booking, caps);
    }

    private static Money of(Map<LedgerAccount, Money> lacking, Fund fund) {
        return lacking.entrySet().stream()
                .filter(of -> of.getKey().kind().fund() == fund)
                .map(Map.Entry::getValue)
                .reduce(Money.ZERO, Money::plus);
    }
}
