package org.quanlian.vouchers.integrity;

import static org.quanlian.vouchers.ledger.AccountKind.CITY_CLAWBACK_DUE;
import static org.quanlian.vouchers.ledger.AccountKind.CITY_PAID;
import static org.quanlian.vouchers.ledger.AccountKind.CITY_RECOVERED;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_CLAWBACK_DUE;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_PAID;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_RECOVERED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimMoves;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.Transfers;
import org.quanlian.vouchers.treasury.Bookkeeper;
import org.quanlian.vouchers.treasury.ClaimAccess;
import org.quanlian.vouchers.treasury.TreasuryRefusals;

/** Claims back what was paid (追回已支持的财政资金), 五（七）, and records what comes back. */
public final class Clawbacks {
    private final Clock clock;
    private final Ids ids;
    private final Bookkeeper bookkeeper;

    /**
     * @param clock tells when something is recorded
     * @param ids names recoveries
     * @param bookkeeper books
     */
    public Clawbacks(Clock clock, Ids ids, Bookkeeper bookkeeper) {
        this.clock = clock;
        this.ids = ids;
        this.bookkeeper = bookkeeper;
    }

    /**
     * Claims back part or all of what was paid of a claim and not claimed back yet.
     *
     * @param amount how much; empty for all that is left
     * @throws org.quanlian.vouchers.RefusedException {@code clawback.above}, {@code money.positive} or
     *     {@code claim.move}
     */
    public ClawbackParts clawBack(
            Session session, Actor actor, Id<VoucherClaim> id, Optional<Money> amount, String reason) {
        // Both moves lead out of the same states; which it is, the amount tells.
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.CLAW_BACK);
        LedgerAccount province = LedgerAccount.ofClaim(PROVINCE_PAID, claim);
        LedgerAccount city = LedgerAccount.ofClaim(CITY_PAID, claim);
        ClawbackParts parts = divide(session, province, city, amount, "clawback.above");
        Money left = session.ledger()
                .balance(province)
                .plus(session.ledger().balance(city))
                .minus(parts.total());
        book(
                session,
                actor,
                claim,
                BookingKind.CLAW_BACK,
                parts,
                Map.of(province, PROVINCE_CLAWBACK_DUE, city, CITY_CLAWBACK_DUE),
                "clawback/" + claim.id() + "/" + claim.version(),
                reason);
        ClaimMoves.make(
                session,
                actor,
                claim,
                left.isZero() ? ClaimMove.CLAW_BACK : ClaimMove.CLAW_BACK_PART,
                UnaryOperator.identity(),
                reason,
                clock.instant());
        return parts;
    }

    /**
     * Records money that came back; the same again is answered with the first record.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code recovery.above}, {@code recovery.reference},
     *     {@code money.positive} or {@code money.future}
     */
    public Recovery recover(
            Session session,
            Actor actor,
            Id<VoucherClaim> id,
            Money amount,
            LocalDate receivedOn,
            String bankReference) {
        Access.requireRole(actor, Action.CLAW_BACK);
        TreasuryRefusals.positive("/amount", amount);
        TreasuryRefusals.notInFuture("/receivedOn", receivedOn, clock);
        TreasuryRefusals.shortText("/bankReference", bankReference);
        VoucherClaim claim = ClaimAccess.lock(session, actor, id, Action.CLAW_BACK);
        Optional<Recovery> before = session.integrity().recovery(id, bankReference);
        if (before.isPresent()) {
            if (!before.get().parts().total().equals(amount)
                    || !before.get().receivedOn().equals(receivedOn)) {
                throw IntegrityRefusals.TEXTS.refused(Kind.CONFLICT, "recovery.reference", bankReference);
            }
            return before.get();
        }
        LedgerAccount province = LedgerAccount.ofClaim(PROVINCE_CLAWBACK_DUE, claim);
        LedgerAccount city = LedgerAccount.ofClaim(CITY_CLAWBACK_DUE, claim);
        ClawbackParts parts = divide(session, province, city, Optional.of(amount), "recovery.above");
        book(
                session,
                actor,
                claim,
                BookingKind.RECOVER,
                parts,
                Map.of(province, PROVINCE_RECOVERED, city, CITY_RECOVERED),
                "recover/" + claim.id() + "/" + bankReference,
                bankReference);
        Recovery recovery =
                new Recovery(ids.next(), id, parts, receivedOn, bankReference, actor.name(), clock.instant());
        session.integrity().add(recovery);
        return recovery;
    }

    /** What came back of a claim, oldest first. */
    public List<Recovery> recoveries(Session session, Actor actor, Id<VoucherClaim> id) {
        ClaimAccess.find(session, actor, id, Action.READ_CLAIM);
        return session.integrity().recoveries(id);
    }

    private static ClawbackParts divide(
            Session session, LedgerAccount province, LedgerAccount city, Optional<Money> asked, String above) {
        Map<LedgerAccount, Money> there = session.ledger().lock(Set.of(province, city));
        Money whole = there.get(province).plus(there.get(city));
        Money amount = TreasuryRefusals.positive("/amount", asked.orElse(whole));
        if (amount.compareTo(whole) > 0) {
            throw IntegrityRefusals.TEXTS.invalid("/amount", above, amount, whole);
        }
        return ClawbackParts.divide(amount, there.get(province), there.get(city));
    }

    private void book(
            Session session,
            Actor actor,
            VoucherClaim claim,
            BookingKind kind,
            ClawbackParts parts,
            Map<LedgerAccount, AccountKind> ways,
            String reference,
            String note) {
        Transfers transfers = new Transfers();
        ways.forEach((from, to) -> transfers.move(
                from,
                LedgerAccount.ofClaim(to, claim),
                to.fund() == AccountKind.Fund.PROVINCE ? parts.province() : parts.city()));
        bookkeeper.book(session, actor, claim, kind, transfers, reference, note);
    }
}
