package org.quanlian.vouchers.treasury;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
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

/** Allocates the province's shares of confirmed claims to their cities, by documents; and takes back what is left over. */
public final class Allocations {
    /** How many claims a document may have here. */
    public static final int MOST = 1000;

    private final Clock clock;
    private final Ids ids;
    private final Bookkeeper bookkeeper;

    /**
     * @param clock tells when something is recorded
     * @param ids names allocations
     * @param bookkeeper books
     */
    public Allocations(Clock clock, Ids ids, Bookkeeper bookkeeper) {
        this.clock = clock;
        this.ids = ids;
        this.bookkeeper = bookkeeper;
    }

    /**
     * Allocates the province's shares of claims of a city.
     *
     * @param document number of the document (文号)
     * @param date date of the document
     * @param claims the claims, all confirmed
     * @throws org.quanlian.vouchers.RefusedException {@code allocation.size}, {@code allocation.city},
     *     {@code allocation.document}, {@code money.future} or {@code claim.move}
     */
    public Allocation allocate(
            Session session,
            Actor actor,
            int year,
            Area city,
            String document,
            LocalDate date,
            Collection<Id<VoucherClaim>> claims) {
        Access.requireRole(actor, Action.ALLOCATE_FUNDS);
        TreasuryRefusals.shortText("/document", document);
        TreasuryRefusals.notInFuture("/date", date, clock);
        if (claims.isEmpty() || claims.size() > MOST) {
            throw TreasuryRefusals.TEXTS.invalid("/claims", "allocation.size", MOST);
        }
        Money total = Money.ZERO;
        // In the order of their names, as everybody locks several claims.
        TreeSet<Id<VoucherClaim>> sorted = new TreeSet<>(claims);
        for (Id<VoucherClaim> id : sorted) {
            total = total.plus(allocate(session, actor, year, city, document, id));
        }
        Allocation allocation = new Allocation(
                ids.next(), year, city, document, date, sorted.size(), total, actor.name(), clock.instant());
        session.treasury().add(allocation, List.copyOf(sorted));
        return allocation;
    }

    /** The allocations of a year, latest first. */
    public Page<Allocation> list(Session session, Actor actor, int year, Page.Request request) {
        Access.requireRole(actor, Action.READ_LEDGER);
        return session.treasury().allocations(year, request);
    }

    /** An allocation. */
    public Allocation find(Session session, Actor actor, Id<Allocation> id) {
        Access.requireRole(actor, Action.READ_LEDGER);
        return session.treasury()
                .allocation(id)
                .orElseThrow(() -> TreasuryRefusals.TEXTS.refused(Kind.NOT_FOUND, "allocation.unknown"));
    }

    /** The claims of an allocation. */
    public Page<Id<VoucherClaim>> claims(Session session, Actor actor, Id<Allocation> id, Page.Request request) {
        find(session, actor, id);
        return session.treasury().claims(id, request);
    }

    /**
     * Records that a city gave back money of the province which it held for revoked claims; it is free again.
     *
     * @param document number of the document or of the bank's transfer, once in a year and city
     * @throws org.quanlian.vouchers.RefusedException {@code return.above} when it holds less
     */
    public Money takeBack(Session session, Actor actor, int year, Area city, Money amount, String document) {
        Access.requireRole(actor, Action.ALLOCATE_FUNDS);
        TreasuryRefusals.shortText("/document", document);
        TreasuryRefusals.positive("/amount", amount);
        LedgerAccount held = LedgerAccount.ofCity(AccountKind.PROVINCE_RETURN_DUE, year, city);
        LedgerAccount free = LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, year);
        String reference = "return/" + year + "/" + city + "/" + document;
        Money holds = session.ledger().lock(Set.of(held, free)).get(held);
        if (amount.compareTo(holds) > 0 && session.ledger().find(reference).isEmpty()) {
            throw TreasuryRefusals.TEXTS.invalid("/amount", "return.above", amount, holds);
        }
        bookkeeper.book(
                session,
                actor,
                year,
                BookingKind.RETURN,
                new Transfers().move(held, free, amount),
                reference,
                document);
        return session.ledger().balance(held);
    }

    private Money allocate(Session session, Actor actor, int year, Area city, String document, Id<VoucherClaim> id) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.ALLOCATE);
        if (claim.year() != year || !claim.city().equals(city)) {
            throw TreasuryRefusals.TEXTS.invalid("/claims", "allocation.city", claim.number(), city, year);
        }
        Money share = Approvals.approved(claim).provinceShare();
        bookkeeper.book(
                session,
                actor,
                claim,
                BookingKind.ALLOCATE,
                new Transfers()
                        .move(
                                LedgerAccount.ofClaim(AccountKind.PROVINCE_COMMITTED, claim),
                                LedgerAccount.ofClaim(AccountKind.PROVINCE_ALLOCATED, claim),
                                share),
                "allocate/" + claim.id(),
                document);
        ClaimMoves.make(session, actor, claim, ClaimMove.ALLOCATE, UnaryOperator.identity(), document, clock.instant());
        return share;
    }
}
