package org.quanlian.vouchers.orders;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Invoice;
import org.quanlian.model.Payment;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;

/**
 * A service that was rendered, proved and confirmed (创新券绑定, 四（三）): what a claim is made of.
 *
 * @param order the order with its applicant and provider
 * @param category what kind of service it is
 * @param exclusion why vouchers do not support it, as applicant and provider declared; empty when no reason applies
 * @param contract its contract
 * @param invoices its invoices
 * @param payments what was paid
 * @param materials the papers that are there
 */
public record BoundVoucher(
        Order order,
        ServiceCategory category,
        Optional<Exclusion> exclusion,
        Contract contract,
        List<Invoice> invoices,
        List<Payment> payments,
        Set<ServiceMaterial> materials) {
    public BoundVoucher {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(contract, "contract");
        invoices = List.copyOf(invoices);
        payments = List.copyOf(payments);
        materials = Set.copyOf(materials);
    }
}
