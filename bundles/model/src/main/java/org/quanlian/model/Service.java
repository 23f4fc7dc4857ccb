package org.quanlian.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One research service that the applicant bought (创新服务).
 *
 * @param id name of the service within its claim
 * @param category what kind of service it is (类别)
 * @param exclusion why vouchers do not support it (不支持情形); a known empty value means that no reason applies
 * @param provider who rendered it (服务机构)
 * @param contract its contract (服务合同)
 * @param invoices its invoices (发票)
 * @param payments what was paid for it (资金支付)
 * @param materials the papers that are there (印证材料)
 */
public record Service(
        String id,
        Fact<ServiceCategory> category,
        Fact<Optional<Exclusion>> exclusion,
        Provider provider,
        Contract contract,
        Fact<List<Invoice>> invoices,
        Fact<List<Payment>> payments,
        Set<ServiceMaterial> materials) {
    /** The most invoices, and the most payments, that one service may list. */
    public static final int MAX_ENTRIES = 400;

    /** @throws InvalidValueException {@code text.*} or {@code list.size} */
    public Service {
        ShortText.require(id);
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(exclusion, "exclusion");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(contract, "contract");
        invoices = invoices.map(list -> Lists.bounded(list, MAX_ENTRIES));
        payments = payments.map(list -> Lists.bounded(list, MAX_ENTRIES));
        materials = Set.copyOf(materials);
    }
}
