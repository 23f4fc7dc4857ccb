package org.quanlian.vouchers.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * A booking (记账凭证): entries that sum to zero in each book. It is never changed or deleted; what was wrong is put right
 * by a counter booking.
 *
 * @param id its name
 * @param kind what it is about
 * @param year the year of the policy
 * @param claim the claim that it concerns, if one
 * @param actor who caused it; empty when the node did by itself
 * @param actorName name of who caused it, as it was then
 * @param at when it was booked
 * @param reference what it stands for, once in the ledger: the same thing is never booked twice
 * @param note number of a document or a reason; empty when none was told
 * @param entries its entries
 */
public record Booking(
        Id<Booking> id,
        BookingKind kind,
        int year,
        Optional<Id<VoucherClaim>> claim,
        Optional<Id<Account>> actor,
        String actorName,
        Instant at,
        String reference,
        String note,
        List<Entry> entries) {
    /** @throws IllegalArgumentException when it does not balance, an account stands twice, or an entry is zero */
    public Booking {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(actorName, "actorName");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(note, "note");
        entries = List.copyOf(entries);
        if (reference.isBlank() || entries.isEmpty()) {
            throw new IllegalArgumentException("a booking has a reference and entries");
        }
        Set<LedgerAccount> accounts = new HashSet<>();
        Map<String, Money> sums = new HashMap<>();
        for (Entry entry : entries) {
            if (!accounts.add(entry.account()) || entry.account().year() != year) {
                throw new IllegalArgumentException("each account stands once, and of the booking's year: "
                        + entry.account().code());
            }
            sums.merge(entry.account().book(), entry.amount(), Money::plus);
        }
        sums.forEach((book, sum) -> {
            if (!sum.isZero()) {
                throw new IllegalArgumentException("the entries in " + book + " sum to " + sum + ", not to zero");
            }
        });
    }

    /** Whether another booking says the same, whoever caused it and whenever. */
    public boolean saysSame(Booking other) {
        return kind == other.kind
                && year == other.year
                && claim.equals(other.claim)
                && Set.copyOf(entries).equals(Set.copyOf(other.entries));
    }

    /**
     * What a booking does to one account.
     *
     * @param account the account
     * @param amount what is added to it; less than zero when it is taken away
     */
    public record Entry(LedgerAccount account, Money amount) {
        public Entry {
            Objects.requireNonNull(account, "account");
            if (amount.isZero()) {
                throw new IllegalArgumentException("an entry of nothing says nothing");
            }
        }
    }
}
