package org.quanlian.vouchers.orders;

import java.util.Objects;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/**
 * A service that an enterprise orders from a provider with a voucher (创新券订单): what never changes of it.
 *
 * @param id its name
 * @param applicant who buys; a voucher is never transferred (五（七）)
 * @param provider who renders the service
 */
public record Order(Id<Order> id, Id<Organisation> applicant, Id<Organisation> provider) {
    public Order {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(provider, "provider");
    }
}
