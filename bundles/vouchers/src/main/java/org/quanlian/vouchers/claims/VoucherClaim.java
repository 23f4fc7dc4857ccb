package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.registry.Organisation;

/**
 * A claim on the voucher year (兑现申请): the services of one applicant, on their way from draft to payment.
 *
 * @param id its name
 * @param number number under which people know it, for example {@code 140100-2025-000123}
 * @param applicant who applies: an enterprise or a team
 * @param host the platform company that files for a team, if it is one
 * @param city the body that reviews it first (初审单位)
 * @param year the year of the policy
 * @param orders the orders whose vouchers it claims, in the order in which they draw on the cap; at least one when filed
 * @param state where it stands
 * @param filing what was filed, from the first filing on
 * @param approved the amount approved, from the approval on
 * @param createdAt when it was begun
 * @param version counts its changes
 */
public record VoucherClaim(
        Id<VoucherClaim> id,
        String number,
        Id<Organisation> applicant,
        Optional<Id<Organisation>> host,
        Area city,
        int year,
        List<Id<Order>> orders,
        ClaimState state,
        Optional<Filing> filing,
        Optional<ApprovedGrant> approved,
        Instant createdAt,
        long version) {
    public VoucherClaim {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(city, "city");
        orders = List.copyOf(orders);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(approved, "approved");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** Whom it concerns, with the experts to whom it is assigned. */
    public Subject subject(Set<Id<Account>> experts) {
        return new Subject(owners(), Optional.of(city), experts);
    }

    /**
     * The claim after a move.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code claim.move} when the move does not lead out of its state
     */
    public VoucherClaim moved(ClaimMove move) {
        if (!move.isFrom(state)) {
            throw ClaimRefusals.illegalMove(this, move);
        }
        return new VoucherClaim(
                id, number, applicant, host, city, year, orders, move.to(), filing, approved, createdAt, version + 1);
    }

    /** The claim with its number. */
    VoucherClaim numbered(String newNumber) {
        return new VoucherClaim(
                id, newNumber, applicant, host, city, year, orders, state, filing, approved, createdAt, version);
    }

    /** The claim with other vouchers, or with other papers when they stay the same: a change that is no move. */
    VoucherClaim edited(List<Id<Order>> newOrders) {
        return new VoucherClaim(
                id, number, applicant, host, city, year, newOrders, state, filing, approved, createdAt, version + 1);
    }

    /** The organisations to which it belongs: the applicant, and its host if it has one. */
    public Set<Id<Organisation>> owners() {
        return host.map(of -> Set.of(applicant, of)).orElse(Set.of(applicant));
    }

    /** The claim with what was filed. */
    public VoucherClaim filed(Filing newFiling) {
        return new VoucherClaim(
                id,
                number,
                applicant,
                host,
                city,
                year,
                orders,
                state,
                Optional.of(newFiling),
                approved,
                createdAt,
                version);
    }

    /** The claim with the amount that the department approved. */
    public VoucherClaim approved(ApprovedGrant grant) {
        return new VoucherClaim(
                id, number, applicant, host, city, year, orders, state, filing, Optional.of(grant), createdAt, version);
    }

    /** The claim as changed without a move. */
    public VoucherClaim changed() {
        return new VoucherClaim(
                id, number, applicant, host, city, year, orders, state, filing, approved, createdAt, version + 1);
    }

    /**
     * The amounts that the department approved, in yuan.
     *
     * @param grant the grant: at most that of the decision
     * @param provinceShare what the province pays of it
     * @param cityShare what the city pays of it
     * @param cityExtra what the city adds from its own budget, beyond the grant (三)
     */
    public record ApprovedGrant(Money grant, Money provinceShare, Money cityShare, Money cityExtra) {
        /** @throws IllegalArgumentException when the shares do not sum to the grant, or something is negative */
        public ApprovedGrant {
            if (!provinceShare.plus(cityShare).equals(grant)) {
                throw new IllegalArgumentException("the shares do not sum to the grant of " + grant);
            }
            if (provinceShare.isNegative() || cityShare.isNegative() || cityExtra.isNegative()) {
                throw new IllegalArgumentException("no share is negative");
            }
        }
    }
}
