package org.quanlian.vouchers.orders;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/**
 * An order on its way to the bound voucher (订单).
 *
 * @param order what never changes of it: its name, applicant and provider
 * @param host the platform company that acts for a team, if the applicant is one
 * @param city the body that reviews the applicant, if one does
 * @param request what was asked for
 * @param state how far it has come
 * @param evidence what it is proved by, from the first time that it was proved
 * @param createdAt when it was made
 * @param version counts its changes
 */
public record VoucherOrder(
        Order order,
        Optional<Id<Organisation>> host,
        Optional<Area> city,
        OrderRequest request,
        OrderState state,
        Optional<Evidence> evidence,
        Instant createdAt,
        long version) {
    public VoucherOrder {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(createdAt, "createdAt");
        if (!request.provider().equals(order.provider())) {
            throw new IllegalArgumentException("an order is asked of its provider");
        }
        if (state == OrderState.BOUND && evidence.isEmpty()) {
            throw new IllegalArgumentException("a bound voucher is proved");
        }
    }

    /** Its name. */
    public Id<Order> id() {
        return order.id();
    }

    /** The side that buys. */
    public Set<Id<Organisation>> buyers() {
        Set<Id<Organisation>> buyers = new HashSet<>(Set.of(order.applicant()));
        host.ifPresent(buyers::add);
        return Set.copyOf(buyers);
    }

    /** Whom it concerns, with the experts to whom a claim that holds it is assigned. */
    public Subject subject(Set<Id<Account>> experts) {
        Set<Id<Organisation>> sides = new HashSet<>(buyers());
        sides.add(order.provider());
        return new Subject(sides, city, experts);
    }

    /**
     * The order after a move.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code order.move} when the move does not lead out of its state
     */
    public VoucherOrder moved(OrderMove move) {
        if (!move.isFrom(state)) {
            throw OrderRefusals.illegalMove(this, move);
        }
        return new VoucherOrder(order, host, city, request, move.to(), evidence, createdAt, version + 1);
    }

    /** The order with what it is proved by. */
    public VoucherOrder proved(Evidence newEvidence) {
        return new VoucherOrder(order, host, city, request, state, Optional.of(newEvidence), createdAt, version);
    }

    /**
     * The voucher that the order became.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code order.unbound} when it is not bound
     */
    public BoundVoucher voucher() {
        if (state != OrderState.BOUND) {
            throw OrderRefusals.unbound(this);
        }
        Evidence proof = evidence.orElseThrow();
        return new BoundVoucher(
                order,
                request.category(),
                proof.exclusion(),
                proof.contract(),
                proof.invoices(),
                proof.payments(),
                proof.materials());
    }
}
