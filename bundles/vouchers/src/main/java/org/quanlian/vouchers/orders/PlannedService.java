package org.quanlian.vouchers.orders;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.Payment;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/**
 * A service that somebody thinks of buying, or has bought in part: what is not told stays missing.
 *
 * @param provider who would render it
 * @param category what kind of service it is
 * @param exclusion why vouchers do not support it; a known empty value means that no reason applies
 * @param contract its contract
 * @param invoices its invoices
 * @param payments what was paid
 * @param materials the papers that are there
 */
public record PlannedService(
        Id<Organisation> provider,
        Fact<ServiceCategory> category,
        Fact<Optional<Exclusion>> exclusion,
        Contract contract,
        Fact<List<Invoice>> invoices,
        Fact<List<Payment>> payments,
        Set<ServiceMaterial> materials) {
    public PlannedService {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(exclusion, "exclusion");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(invoices, "invoices");
        Objects.requireNonNull(payments, "payments");
        materials = Set.copyOf(materials);
    }

    /** What an order tells so far. */
    static PlannedService of(VoucherOrder order) {
        Fact<ServiceCategory> category = Fact.of(order.request().category());
        Contract agreed = new Contract(
                Optional.empty(), Optional.empty(), Optional.of(order.request().price()));
        return order.evidence()
                .map(evidence -> new PlannedService(
                        order.order().provider(),
                        category,
                        Fact.of(evidence.exclusion()),
                        evidence.contract(),
                        Fact.of(evidence.invoices()),
                        Fact.of(evidence.payments()),
                        evidence.materials()))
                .orElseGet(() -> new PlannedService(
                        order.order().provider(),
                        category,
                        Fact.missing(),
                        agreed,
                        Fact.missing(),
                        Fact.missing(),
                        Set.of()));
    }
}
