package org.quanlian.vouchers.ledger;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.AccountKind.Fund;
import org.quanlian.vouchers.ledger.AccountKind.Owner;

/**
 * An account of the ledger (账户).
 *
 * @param kind what it counts
 * @param year the year of the policy
 * @param city its city, unless it is one of the province as a whole or of a cap
 * @param claim its claim, when there is one such account for each claim
 * @param party who has the cap, for caps
 */
public record LedgerAccount(
        AccountKind kind, int year, Optional<Area> city, Optional<Id<VoucherClaim>> claim, Optional<CapParty> party) {
    /** @throws IllegalArgumentException when the owner does not fit the kind */
    public LedgerAccount {
        Objects.requireNonNull(city, "city");
        Owner owner = kind.owner();
        if (city.isPresent() != (owner == Owner.CITY || owner == Owner.CLAIM)
                || claim.isPresent() != (owner == Owner.CLAIM)
                || party.isPresent() != (owner == Owner.PARTY)) {
            throw new IllegalArgumentException("an account of the kind " + kind + " belongs to a " + owner);
        }
    }

    /** The account of the province as a whole. */
    public static LedgerAccount ofProvince(AccountKind kind, int year) {
        return new LedgerAccount(kind, year, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The account of a city. */
    public static LedgerAccount ofCity(AccountKind kind, int year, Area city) {
        return new LedgerAccount(kind, year, Optional.of(city), Optional.empty(), Optional.empty());
    }

    /** The account of a claim. */
    public static LedgerAccount ofClaim(AccountKind kind, VoucherClaim claim) {
        return new LedgerAccount(
                kind, claim.year(), Optional.of(claim.city()), Optional.of(claim.id()), Optional.empty());
    }

    /** The account of who has a cap. */
    public static LedgerAccount ofParty(AccountKind kind, int year, CapParty party) {
        return new LedgerAccount(kind, year, Optional.empty(), Optional.empty(), Optional.of(party));
    }

    /** Its name in the ledger, by which accounts are sorted. */
    public String code() {
        StringBuilder code = new StringBuilder(kind.name()).append('/').append(year);
        city.ifPresent(of -> code.append('/').append(of));
        claim.ifPresent(of -> code.append('/').append(of));
        party.ifPresent(of -> code.append('/').append(of.value()));
        return code.toString();
    }

    /** The book within which entries sum to zero: the province's, a city's or that of a cap, of one year. */
    public String book() {
        String book = kind.fund() + "/" + year;
        return kind.fund() == Fund.CITY
                ? book + "/" + city.orElseThrow()
                : party.map(of -> book + "/" + of.value()).orElse(book);
    }
}
