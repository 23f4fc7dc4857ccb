package org.quanlian.vouchers.orders;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/**
 * An order as it stands in a list.
 *
 * @param order its name, applicant and provider
 * @param host the platform company that acts for the applicant, if it is a team
 * @param request what was asked for
 * @param state how far it has come
 * @param createdAt when it was made
 */
public record OrderSummary(
        Order order, Optional<Id<Organisation>> host, OrderRequest request, OrderState state, Instant createdAt) {
    public OrderSummary {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
