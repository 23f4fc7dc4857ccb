package org.quanlian.vouchers.treasury;

import java.util.Set;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.Transfers;

/**
 * What a city adds to a grant from its own budget (市级配套), 三. It is no part of the grant: it is not divided, and does not
 * count against the applicant's cap.
 */
public final class CityExtras {
    private final Bookkeeper bookkeeper;

    /** @param bookkeeper books */
    public CityExtras(Bookkeeper bookkeeper) {
        this.bookkeeper = bookkeeper;
    }

    /**
     * Sets what the city adds, from the approval until the claim is paid.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code extra.state}, {@code extra.negative}, {@code extra.paid} or
     *     {@code ledger.short}
     */
    public VoucherClaim set(Session session, Actor actor, Id<VoucherClaim> id, Money extra, String document) {
        Access.requireRole(actor, Action.SET_CITY_BUDGET);
        TreasuryRefusals.shortText("/document", document);
        VoucherClaim claim = ClaimAccess.lock(session, actor, id, Action.SET_CITY_BUDGET);
        switch (claim.state()) {
            case APPROVED, PUBLISHED, HALTED, CONFIRMED, ALLOCATED -> {
                // Committed, and not all of it paid.
            }
            default -> throw TreasuryRefusals.TEXTS.refused(
                    Kind.CONFLICT, "extra.state", claim.number(), claim.state());
        }
        if (extra.isNegative()) {
            throw TreasuryRefusals.TEXTS.invalid("/extra", "extra.negative", extra);
        }
        ApprovedGrant before = Approvals.approved(claim);
        Money change = extra.minus(before.cityExtra());
        if (change.isZero()) {
            return claim;
        }
        LedgerAccount committed = LedgerAccount.ofClaim(AccountKind.CITY_COMMITTED, claim);
        LedgerAccount available = LedgerAccount.ofCity(AccountKind.CITY_AVAILABLE, claim.year(), claim.city());
        Money unpaid = session.ledger().lock(Set.of(committed, available)).get(committed);
        if (claim.state() == ClaimState.ALLOCATED
                && change.isNegative()
                && !unpaid.plus(change).isPositive()) {
            // The rest is paid already: without it the claim would be paid without the move that says so.
            throw TreasuryRefusals.TEXTS.refused(Kind.CONFLICT, "extra.paid", claim.number());
        }
        bookkeeper.book(
                session,
                actor,
                claim,
                BookingKind.CITY_EXTRA,
                new Transfers().move(available, committed, change),
                "extra/" + claim.id() + "/" + claim.version(),
                document);
        VoucherClaim after = claim.approved(
                        new ApprovedGrant(before.grant(), before.provinceShare(), before.cityShare(), extra))
                .changed();
        session.claims().update(claim, after);
        return after;
    }
}
