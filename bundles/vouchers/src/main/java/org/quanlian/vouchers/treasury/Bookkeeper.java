package org.quanlian.vouchers.treasury;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.Booking;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.Ledger;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.Transfers;

/** Writes bookings out: what every area that moves money needs of them. */
public final class Bookkeeper {
    private final Clock clock;
    private final Ids ids;

    /**
     * @param clock tells when something is booked
     * @param ids names bookings
     */
    public Bookkeeper(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** Books something about a claim; nothing when nothing moves. */
    public Optional<Booking> book(
            Session session,
            Actor actor,
            VoucherClaim claim,
            BookingKind kind,
            Transfers transfers,
            String reference,
            String note) {
        List<Booking.Entry> entries = transfers.entries();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Ledger.book(session, about(claim, actor, kind, entries, reference, note)));
    }

    /** Books something about a claim under ceilings. */
    Booking book(Session session, Booking booking, Map<LedgerAccount, Money> ceilings) {
        return Ledger.book(session, booking, ceilings);
    }

    /** A booking about a claim, not yet booked. */
    Booking about(
            VoucherClaim claim,
            Actor actor,
            BookingKind kind,
            List<Booking.Entry> entries,
            String reference,
            String note) {
        return booking(claim.year(), Optional.of(claim), actor, kind, entries, reference, note);
    }

    /** Books something that concerns no claim. */
    Booking book(
            Session session,
            Actor actor,
            int year,
            BookingKind kind,
            Transfers transfers,
            String reference,
            String note) {
        return Ledger.book(session, booking(year, Optional.empty(), actor, kind, transfers.entries(), reference, note));
    }

    private Booking booking(
            int year,
            Optional<VoucherClaim> claim,
            Actor actor,
            BookingKind kind,
            List<Booking.Entry> entries,
            String reference,
            String note) {
        return new Booking(
                ids.next(),
                kind,
                year,
                claim.map(VoucherClaim::id),
                Optional.of(actor.account()),
                actor.name(),
                clock.instant(),
                reference,
                note,
                entries);
    }
}
