package org.quanlian.vouchers.orders;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/**
 * What an applicant asks of a provider (服务需求).
 *
 * @param provider whom it asks
 * @param item name of the service item in the provider's catalogue, if it is one
 * @param description what is wanted, in the applicant's words
 * @param category what kind of service it is
 * @param price what was agreed on, in yuan
 */
public record OrderRequest(
        Id<Organisation> provider, Optional<String> item, String description, ServiceCategory category, Money price) {
    /** @throws org.quanlian.model.InvalidValueException {@code text.*} */
    public OrderRequest {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(item, "item");
        ShortText.require(description);
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(price, "price");
    }
}
